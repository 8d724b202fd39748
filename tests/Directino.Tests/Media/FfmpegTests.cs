using Directino.Media;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Media;

[Trait("needs", "no database")]
public sealed class FfmpegTests
{
    private const string Long = "-c:v libx264 -preset veryslow -f mp4";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Work_that_is_not_wanted_any_more_ends()
    {
        TestFilms.NeedFfmpeg();
        using var wanted = new CancellationTokenSource();
        var (input, output) = Files();
        await Should.ThrowAsync<OperationCanceledException>(
            () => Program(new FakeTimeProvider()).Run(input, output, "-stream_loop 1000", Long, Hour, _ => wanted.Cancel(), wanted.Token));
    }

    [Fact]
    public async Task Work_that_takes_too_long_ends()
    {
        TestFilms.NeedFfmpeg();
        var clock = new FakeTimeProvider();
        var (input, output) = Files();
        var outcome = await Program(clock).Run(input, output, "-stream_loop 1000", Long, Hour, _ => clock.Advance(Hour), TestContext.Current.CancellationToken);
        outcome.ShouldBe(FfmpegOutcome.TookTooLong);
    }

    [Fact]
    public async Task Nothing_but_a_film_is_opened_and_nothing_but_files()
    {
        TestFilms.NeedFfmpeg();
        var ct = TestContext.Current.CancellationToken;
        var (input, output) = Files();
        var list = Path.ChangeExtension(input, ".txt");
        await File.WriteAllTextAsync(list, $"ffconcat version 1.0\nfile '{input}'\n", ct);
        (await Program(new FakeTimeProvider()).Run(list, output, "", VideoRecipe.Repack, Hour, null, ct)).ShouldBe(FfmpegOutcome.Failed);
        (await Program(new FakeTimeProvider()).Probe(list, ct)).ShouldBeNull();
        (await Program(new FakeTimeProvider()).Probe("http://127.0.0.1:9/film.mp4", ct)).ShouldBeNull();
        (await Program(new FakeTimeProvider()).Probe(input, ct)).ShouldNotBeNull();
    }

    private static (string Input, string Output) Files()
    {
        var folder = Directory.CreateTempSubdirectory("directino-ffmpeg-").FullName;
        var input = Path.Combine(folder, "in.mp4");
        File.WriteAllBytes(input, TestFilms.Film("640x360", 30, 4, ""));
        return (input, Path.Combine(folder, "out.mp4"));
    }

    private static Ffmpeg Program(TimeProvider clock) => new(Options.Create(new MediaOptions()), clock, NullLogger<Ffmpeg>.Instance);
}
