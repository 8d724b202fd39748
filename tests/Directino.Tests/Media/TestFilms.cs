using System.Collections.Concurrent;
using System.Diagnostics;

namespace Directino.Tests.Media;

/// <summary>Films as people upload them. The small ones lie in <c>tests/films</c>; what is larger ffmpeg makes once per run.</summary>
internal static class TestFilms
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("directino-films-").FullName;
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Made = new();

    private static readonly bool IsThere =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "ffmpeg")) && File.Exists(Path.Combine(f, "ffprobe")));

    /// <summary>Called first by every test that needs the program.</summary>
    public static void NeedFfmpeg() => Assert.SkipUnless(IsThere, "ffmpeg is not installed here");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Films", name));

    /// <summary>Moving colours with a tone.</summary>
    public static byte[] Film(string size, double rate, double seconds, string more, string ending = ".mp4") =>
        Make(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"-f lavfi -i testsrc2=s={size}:r={rate}:d={seconds} -f lavfi -i sine=frequency=220:sample_rate=44100:duration={seconds} -pix_fmt yuv420p -c:v libx264 -preset ultrafast -c:a aac -shortest {more}"),
            ending);

    /// <summary>As a phone writes it: lying on its side with a note that it is to be turned, with the place, an edit list, the table at the end.</summary>
    public static byte[] FromAPhone()
    {
        var lying = Path.Combine(Folder, "lying.mp4");
        lock (Made)
            File.WriteAllBytes(lying, Film("640x360", 30, 4, "-bf 2"));
        return Make(
            $"-i {lying} -c copy -metadata:s:v:0 rotate=90 -metadata location=+38.7223-009.1393/ -metadata com.apple.quicktime.make=Camera-of-mine -movflags use_metadata_tags",
            ".mov");
    }

    public static byte[] Make(string arguments, string ending) => Made.GetOrAdd(arguments + ending, _ => new Lazy<byte[]>(() =>
    {
        var output = Path.Combine(Folder, $"{Made.Count}-{(uint)arguments.GetHashCode(StringComparison.Ordinal)}{ending}");
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", $"-v error -nostdin -y {arguments} {output}") { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error);
        return File.ReadAllBytes(output);
    })).Value;
}
