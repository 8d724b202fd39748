using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Directino.Benchmarks.Intake;

/// <summary>
/// Webhooks stored per second: signature only, the ceiling (signature and a plain append to the same table in groups), and
/// <c>/webhooks/instagram</c>; each in a process of its own, 64 connections that send the next request when the last was answered.
/// </summary>
internal static class IntakeBenchmark
{
    private const int Connections = 64;
    private static readonly TimeSpan OddMost = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(6);

    public static async Task<int> Run(TimeProvider clock)
    {
        var postgres = Environment.GetEnvironmentVariable("DIRECTINO_POSTGRES");
        Console.WriteLine($"{"",-34}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}{"of ceiling",12}");
        var enough = await Measure("Sqlite", "", clock);
        if (string.IsNullOrEmpty(postgres))
            Console.WriteLine("PostgreSQL is not here: left out.");
        else
            enough &= await Measure("Postgres", postgres, clock);
        Console.WriteLine($"\n{"one after the other",-34}{"",12}{"p50 ms",10}{"p95 ms",10}{"ceiling",12}");
        enough &= await Odd("Sqlite", "", clock);
        if (!string.IsNullOrEmpty(postgres))
            enough &= await Odd("Postgres", postgres, clock);
        return enough ? 0 : 1;
    }

    /// <summary>Bodies that nobody should send, each beside the plain append of the same ones.</summary>
    private static async Task<bool> Odd(string database, string connection, TimeProvider clock)
    {
        var enough = true;
        await With(database, connection, clock, async port =>
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            foreach (var (name, body) in OddBodies.All)
            {
                var (product, ceiling) = (new List<double>(), new List<double>());
                for (var run = -3; run < 20; run++)
                {
                    foreach (var (path, times) in ((string, List<double>)[])[("/append", ceiling), ("/webhooks/instagram", product)])
                    {
                        using var request = OddBodies.Request(path, body((run + 3) * 2 + (path == "/append" ? 0 : 1)));
                        var begun = Stopwatch.GetTimestamp();
                        using var answer = await http.SendAsync(request);
                        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                        if (answer.StatusCode != HttpStatusCode.OK)
                            throw new InvalidOperationException($"{name}: {(int)answer.StatusCode}");
                        if (run >= 0)
                            times.Add(took);
                    }
                }

                product.Sort();
                ceiling.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database + " " + name,-46}{product[10],10:0.0}{product[18],10:0.0}{ceiling[10],12:0.0}"));
                enough &= product[10] < OddMost.TotalMilliseconds;
            }
        });
        return enough;
    }

    private static async Task<bool> Measure(string database, string connection, TimeProvider clock)
    {
        await On(database, connection, "/webhooks/instagram", clock, warmUp: true);
        var signature = await On(database, connection, "/signature", clock);
        var ceiling = await On(database, connection, "/append", clock);
        var intake = await On(database, connection, "/webhooks/instagram", clock);
        Print($"{database} signature only", signature, null);
        Print($"{database} append (the ceiling)", ceiling, null);
        Print($"{database} /webhooks/instagram", intake, intake.PerSecond / ceiling.PerSecond);
        return intake.PerSecond >= ceiling.PerSecond / 2;
    }

    private static void Print(string name, LoadResult result, double? share) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-34}{result.PerSecond,12:N0}{result.P50,10:0.00}{result.P99,10:0.00}{(share is { } s ? s.ToString("P0", CultureInfo.InvariantCulture) : ""),12}"));

    private static async Task<LoadResult> On(string database, string connection, string path, TimeProvider clock, bool warmUp = false)
    {
        LoadResult result = default;
        await With(database, connection, clock, async port =>
        {
            await Load.Run(port, path, Connections, TimeSpan.FromSeconds(2), seed: 1, clock);
            if (!warmUp)
                result = await Load.Run(port, path, Connections, Length, seed: 2, clock);
        });
        return result;
    }

    /// <summary>A server of its own, with an empty table.</summary>
    private static async Task With(string database, string connection, TimeProvider clock, Func<int, Task> work)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        foreach (var argument in (string[])["intake-server", database, await Fresh(connection), port.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var server = Process.Start(start)!;
        try
        {
            await Load.WaitFor(port, clock);
            await work(port);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<string> Fresh(string connection)
    {
        if (connection.Length == 0)
            return "";
        var name = $"directino_bench_{Guid.CreateVersion7():N}";
        await using var source = Npgsql.NpgsqlDataSource.Create(connection);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return new Npgsql.NpgsqlConnectionStringBuilder(connection) { Database = name }.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
