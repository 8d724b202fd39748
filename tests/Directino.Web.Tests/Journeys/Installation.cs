using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Journeys;

/// <summary>The real program in a folder of its own, as somebody finds it after the first start: in Production settings, with its sandbox inside.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly Lazy<Task<Installation>> One = new(() => Start(CancellationToken.None, "--Access:TriesPerMinute=600"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directino-journey-");
    private RealProcess? _process;

    public string Address { get; } = $"http://localhost:{RealProcess.FreePort()}";

    /// <summary>The one that all share who bring their own workspace: a start costs seconds, and so does every page that is shown for the first time.</summary>
    public static Task<Installation> Shared() => One.Value;

    public static async Task EndShared()
    {
        if (One.IsValueCreated)
            await (await One.Value).DisposeAsync();
    }

    /// <summary>One of its own, for what everybody at Instagram would notice.</summary>
    public static async Task<Installation> Start(CancellationToken ct, params string[] more)
    {
        var installation = new Installation();
        installation._process = await RealProcess.Start(
            "Directino.Web", new Uri(installation.Address + "/health/ready"),
            [$"--urls={installation.Address}", $"--Hosting:DataFolder={installation._folder.FullName}", "--environment=Production", .. more], ct);
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
