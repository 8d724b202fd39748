using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Directino.Web.Tests.Survival;

/// <summary>A program of ours in a process of its own, that can be killed like a machine that lost its power.</summary>
internal sealed class RealProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    private RealProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static int _lastPort = 10_000 + Random.Shared.Next(15_000);

    /// <summary>From below those that the system lends to outgoing connections: between choosing one and listening on it, nobody else takes it.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _lastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody lives there: the next.
            }
        }
    }

    /// <summary>Starts one of our programs and waits until it answers at <paramref name="ready"/>.</summary>
    public static async Task<RealProcess> Start(string project, Uri ready, IEnumerable<string> arguments, CancellationToken ct)
    {
        var folder = AppContext.BaseDirectory.Replace("Directino.Web.Tests", project, StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(folder, project + ".dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = new RealProcess(Process.Start(start)!);
        await process.WaitUntilItAnswers(ready, ct);
        return process;
    }

    /// <summary>SIGKILL: no clean-up, no last word.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private async Task WaitUntilItAnswers(Uri ready, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var tries = 0; tries < 1800; tries++)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{Output()}");
            try
            {
                if ((await http.GetAsync(ready, ct)).IsSuccessStatusCode)
                    return;
            }
            catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !ct.IsCancellationRequested))
            {
                // Not listening yet, or too busy to answer.
            }

            await Eventually.Pause(ct);
        }

        throw new TimeoutException($"The program did not answer at {ready}:\n{Output()}");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null)
                _output.Add(line);
        }
    }

    public string Output()
    {
        lock (_output)
            return string.Join('\n', _output.TakeLast(80));
    }
}
