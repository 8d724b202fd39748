using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Directino.Benchmarks.Intake;

/// <summary>A closed loop over raw sockets on the loopback: every connection sends its next request when the last was answered.</summary>
internal static class Load
{
    public static async Task WaitFor(int port, TimeProvider clock)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock);
            }
        }

        throw new TimeoutException("The server did not start.");
    }

    public static async Task<LoadResult> Run(int port, string path, int connections, TimeSpan length, int seed, TimeProvider clock)
    {
        // Every request is another message; they are signed before the clock runs.
        var requests = Enumerable.Range(0, connections).Select(c => Prepare(path, seed, c, 6000)).ToArray();
        using var end = new CancellationTokenSource(length, clock);
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(requests.Select(r => Task.Run(() => One(port, r, end.Token))));
        watch.Stop();
        var all = latencies.SelectMany(l => l).Order().ToArray();
        return new LoadResult(
            all.Length / watch.Elapsed.TotalSeconds,
            all[all.Length / 2] * 1000.0 / Stopwatch.Frequency,
            all[(int)(all.Length * 0.99)] * 1000.0 / Stopwatch.Frequency);
    }

    private static async Task<List<long>> One(int port, byte[][] requests, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, CancellationToken.None);
        var latencies = new List<long>(requests.Length);
        var buffer = new byte[4096];
        for (var i = 0; i < requests.Length && !end.IsCancellationRequested; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[i], CancellationToken.None);
            var read = 0;
            do
            {
                var more = await socket.ReceiveAsync(buffer.AsMemory(read), CancellationToken.None);
                if (more == 0)
                    throw new IOException("The server closed the connection.");
                read += more;
            }
            while (!buffer.AsSpan(0, read).EndsWith("\r\n\r\n"u8));
            if (!buffer.AsSpan(9, 3).SequenceEqual("200"u8))
                throw new IOException($"The server answered {Encoding.ASCII.GetString(buffer, 0, read)}");
            latencies.Add(Stopwatch.GetTimestamp() - begun);
        }

        return latencies;
    }

    private static byte[][] Prepare(string path, int seed, int connection, int count)
    {
        var key = Encoding.ASCII.GetBytes(IntakeServer.Secret);
        var requests = new byte[count][];
        for (var i = 0; i < count; i++)
        {
            var body = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $$$"""{"object":"instagram","entry":[{"time":1772650000123,"id":"17841400000000001","messaging":[{"sender":{"id":"12345{{{connection:D5}}}"},"recipient":{"id":"17841400000000001"},"timestamp":1772649999876,"message":{"mid":"aWdfZAG1faXRlbTox{{{seed}}}x{{{connection:D3}}}x{{{i:D7}}}","text":"{{{Text}}}"}}]}]}"""));
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, body));
            var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256={signature}\r\nContent-Length: {body.Length}\r\n\r\n";
            requests[i] = [.. Encoding.ASCII.GetBytes(head), .. body];
        }

        return requests;
    }

    // Fills the body to about 700 bytes, as a message with some context has.
    private const string Text = "Hello! I saw the cardamom buns this morning and would like to order two dozen for Saturday. Do you deliver, or may I come by? If there is a vegan kind, half of them please. My sister told me about your rye bread as well, so one of these too. Many thanks, and greetings from the other side of the river. I can pay when I come or before, as you like it better; just tell me how. See you soon!";
}

internal readonly record struct LoadResult(double PerSecond, double P50, double P99);
