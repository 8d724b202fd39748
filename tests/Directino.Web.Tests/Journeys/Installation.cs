using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Journeys;

/// <summary>The real program in a folder of its own, as somebody finds it after the first start: in Production settings, with its sandbox inside.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directino-journey-");
    private RealProcess? _process;

    public string Address { get; } = $"http://localhost:{RealProcess.FreePort()}";

    public static async Task<Installation> Start(CancellationToken ct)
    {
        var installation = new Installation();
        installation._process = await RealProcess.Start(
            "Directino.Web", new Uri(installation.Address + "/health/ready"),
            [$"--urls={installation.Address}", $"--Hosting:DataFolder={installation._folder.FullName}", "--environment=Production"], ct);
        return installation;
    }

    /// <summary>The program's last words, for a failed journey to show.</summary>
    public string LastWords() => _process?.Output() ?? "";

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
