using Directino.Hosting;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Where files lie while they come in or are worked on. What a killed process left behind goes after a day.</summary>
internal sealed class WorkFolder(IOptions<HostingOptions> hosting, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);
    private readonly string _path = Path.GetFullPath(Path.Combine(hosting.Value.DataFolder, "work"));
    private readonly Lock _gate = new();
    private DateTimeOffset _swept;

    /// <summary>A name for a file that goes when it is disposed.</summary>
    public LocalFile NewFile(string ending)
    {
        Directory.CreateDirectory(_path);
        Sweep();
        return new LocalFile(Path.Combine(_path, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}{ending}"), isOurs: true);
    }

    /// <summary>Where a file lies that is there for longer than one piece of work.</summary>
    public string PathOf(string name)
    {
        Directory.CreateDirectory(_path);
        return Path.Combine(_path, name);
    }

    public void Forget(string name) => File.Delete(PathOf(name));

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (now - _swept < Keep)
                return;
            _swept = now;
        }

        foreach (var file in new DirectoryInfo(_path).EnumerateFiles().Where(f => now - f.LastWriteTimeUtc > Keep))
            file.Delete();
    }
}
