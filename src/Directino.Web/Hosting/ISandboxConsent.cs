namespace Directino.Web.Hosting;

/// <summary>Where Instagram is a sandbox, somebody must be able to press <em>Allow</em> on its login page without a person.</summary>
public interface ISandboxConsent
{
    bool IsThere { get; }

    /// <summary>Accounts of the sandbox that are worth a look.</summary>
    IReadOnlyList<string> Accounts { get; }

    /// <summary>Allows everything that was asked for and brings what the browser would have brought back.</summary>
    Task<(string State, string Code)> Allow(Uri authorizeUrl, string username, CancellationToken ct);
}

/// <summary>Instagram is real: nobody presses anything for anybody.</summary>
internal sealed class NoSandboxConsent : ISandboxConsent
{
    public bool IsThere => false;

    public IReadOnlyList<string> Accounts => [];

    public Task<(string State, string Code)> Allow(Uri authorizeUrl, string username, CancellationToken ct) =>
        throw new InvalidOperationException("There is no sandbox here.");
}
