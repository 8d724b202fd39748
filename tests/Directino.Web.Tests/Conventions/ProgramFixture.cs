using Directino.Accounts;
using Directino.Web.Tests.Access;
using Directino.Web.Tests.Studio;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Conventions;

/// <summary>The program without its sandbox, and a browser for each role in one workspace.</summary>
public sealed class ProgramFixture : IAsyncLifetime
{
    public WebStudio Studio { get; private set; } = null!;

    public Dictionary<Role, HttpClient> Browsers { get; } = [];

    /// <summary>Programs with a key of the owner's in each role.</summary>
    public Dictionary<Role, HttpClient> Programs { get; } = [];

    public IReadOnlyList<RouteEndpoint> Endpoints => Studio.Endpoints();

    public async ValueTask InitializeAsync()
    {
        Studio = await WebStudio.Open(sandbox: false);
        var workspace = await Studio.OpenWorkspace();
        foreach (var role in Enum.GetValues<Role>())
            Browsers[role] = await Studio.As(role, workspace);
        foreach (var role in Enum.GetValues<Role>())
            Programs[role] = await KeyTests.Program(Studio, Browsers[Role.Owner], role.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in Browsers.Values.Concat(Programs.Values))
            browser.Dispose();
        await Studio.DisposeAsync();
    }
}
