using Directino.Hosting;
using Directino.Media;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Media;

/// <summary>A darkroom with a folder of its own, given bytes.</summary>
internal sealed class TestDarkroom : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("directino-darkroom-").FullName;
    private readonly Darkroom _room;

    public TestDarkroom(Action<MediaOptions>? set = null)
    {
        var media = new MediaOptions();
        set?.Invoke(media);
        var options = Options.Create(media);
        var clock = new FakeTimeProvider();
        var work = new WorkFolder(Options.Create(new HostingOptions { DataFolder = _folder }), clock);
        _room = new Darkroom(new HeicDoor(new Ffmpeg(options, clock, NullLogger<Ffmpeg>.Instance), work, options), options);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the work left lying.</summary>
    public IReadOnlyList<string> Left => Directory.Exists(Path.Combine(_folder, "work")) ? Directory.GetFiles(Path.Combine(_folder, "work")) : [];

    /// <summary>Its files that still take this process's memory, as the Linux kernel counts them.</summary>
    public IReadOnlyList<string> Held => [.. File.ReadLines("/proc/self/maps").Where(line => line.Contains(_folder, StringComparison.Ordinal))];

    public async Task<PictureOutcome> Develop(byte[] file)
    {
        var path = await Lay(file);
        var outcome = await _room.Develop(path, Ct);
        File.Delete(path);
        return outcome;
    }

    public async Task<Picture> Made(byte[] file)
    {
        var outcome = await Develop(file);
        return outcome.ShouldBeOfType<PictureOutcome.Made>((outcome as PictureOutcome.Refused)?.Why.ToString()).Picture;
    }

    public async Task<MediaRefusal> Refused(byte[] file) => (await Develop(file)).ShouldBeOfType<PictureOutcome.Refused>().Why;

    public async Task<Picture> Cut(byte[] jpeg, Crop crop, Focus? focus = null) => await _room.Cut(await Lay(jpeg), crop, focus ?? Focus.Middle, Ct);

    public void Dispose()
    {
        _room.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Lay(byte[] file)
    {
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, file, Ct);
        return path;
    }
}
