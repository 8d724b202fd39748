using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using NetVips;

namespace Directino.Benchmarks.Media;

/// <summary>
/// A hundred photos of 12 megapixels, sent as the page sends them to the real program in a process of its own, until each is ready: how long, and the
/// most memory it held. Beside it the ceiling: the same photos read, made smaller and written by libvips alone on the same cores.
/// </summary>
internal static partial class UploadBenchmark
{
    private const int Photos = 100;
    private const int AtOnce = 3;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private const double MostMegabytes = 600;

    public static async Task<int> Run(TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("directino-bench-").FullName;
        var photos = Enumerable.Range(0, Photos).Select(i => Path.Combine(folder, $"{i}.jpg")).ToList();
        Make(photos);
        var megabytes = photos.Sum(p => new FileInfo(p).Length) / 1e6;
        var address = new Uri("http://localhost:5187");
        using var program = Start(address, folder);
        try
        {
            using var http = await Enter(address);
            using var memory = new Peak(program);
            var started = clock.GetTimestamp();
            await Parallel.ForEachAsync(photos, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (photo, ct) => await Send(http, photo, ct));
            var took = clock.GetElapsedTime(started);
            var peak = await memory.Stop();
            var ceiling = Ceiling(photos, clock);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Photos} photos of 12 megapixels, {megabytes:0} MB, {Environment.ProcessorCount} cores"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all ready after   {took.TotalSeconds:0.0} s (at most {Most.TotalSeconds:0})"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ceiling           {ceiling.TotalSeconds:0.0} s, read, made smaller and written by libvips alone"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of ceiling        {ceiling / took:P0}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most memory       {peak:0} MB resident (at most {MostMegabytes:0})"));
            return took < Most && peak < MostMegabytes ? 0 : 1;
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Each another one, as rich in detail as what a phone takes: some four megabytes.</summary>
    private static void Make(List<string> photos)
    {
        using var detail = Image.Gaussnoise(4000, 3000, sigma: 14, mean: 0, seed: 7).CopyMemory();
        Parallel.For(0, photos.Count, i =>
        {
            using var ground = Image.Sines(4000, 3000, hfreq: 3 + (i / 10.0), vfreq: 2 + (i / 7.0));
            using var grey = (ground * 90) + 128 + detail;
            using var colour = grey.Bandjoin(grey * 0.8, grey * 0.6).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
            colour.Jpegsave(photos[i], q: 88);
        });
    }

    private static Process Start(Uri address, string folder)
    {
        var program = AppContext.BaseDirectory.Replace("Directino.Benchmarks", "Directino.Web", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = program, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(program, "Directino.Web.dll"), $"--urls={address}", $"--Hosting:DataFolder={Path.Combine(folder, "data")}", "--environment=Production" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits until the program answers and goes in as a guest of the demo.</summary>
    private static async Task<HttpClient> Enter(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        for (var ready = false; !ready; await Task.Delay(100))
        {
            try
            {
                ready = (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        var token = Token().Match(await http.GetStringAsync("/")).Groups[1].Value;
        (await http.PostAsync("/look-around", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]))).EnsureSuccessStatusCode();
        return http;
    }

    private static async Task Send(HttpClient http, string photo, CancellationToken ct)
    {
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/api/v1/media/uploads");
        begin.Headers.Add("Upload-Length", new FileInfo(photo).Length.ToString(CultureInfo.InvariantCulture));
        using var begun = (await http.SendAsync(begin, ct)).EnsureSuccessStatusCode();
        await using var file = File.OpenRead(photo);
        using var piece = new HttpRequestMessage(HttpMethod.Patch, begun.Headers.Location) { Content = new StreamContent(file, 81920) };
        piece.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        piece.Headers.Add("Upload-Offset", "0");
        using var sent = (await http.SendAsync(piece, ct)).EnsureSuccessStatusCode();
        using var settled = await http.GetAsync(begun.Headers.Location, ct);
        if (settled.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{photo} is not ready: {settled.StatusCode}");
    }

    private static TimeSpan Ceiling(List<string> photos, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        Parallel.ForEach(photos, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, photo =>
        {
            using var small = Image.Thumbnail(photo, 1440, height: 100_000, size: Enums.Size.Down);
            small.JpegsaveBuffer(q: 92);
        });
        return clock.GetElapsedTime(started);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>The most memory a process is seen to hold.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly CancellationTokenSource _over = new();
        private readonly Task<double> _watching;

        public Peak(Process process) => _watching = Watch(process, _over.Token);

        public async Task<double> Stop()
        {
            await _over.CancelAsync();
            return await _watching;
        }

        public void Dispose() => _over.Dispose();

        private static async Task<double> Watch(Process process, CancellationToken over)
        {
            var most = 0L;
            while (!over.IsCancellationRequested)
            {
                process.Refresh();
                most = Math.Max(most, process.WorkingSet64);
                await Task.Delay(50, CancellationToken.None);
            }

            return most / 1e6;
        }
    }
}
