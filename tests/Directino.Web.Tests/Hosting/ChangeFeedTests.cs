using System.Globalization;
using Directino.Accounts;
using Directino.Hosting.Cluster;
using Directino.Persistence;
using Directino.Web.Tests.Survival;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Directino.Web.Tests.Hosting;

/// <summary>A silo of its own, without the rest of the program.</summary>
public sealed class ChangeFeedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_hears_of_a_change_in_its_own_language()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("Hosting:Role", "Web")]);
#pragma warning disable RS0030 // A silo lives on the real clock.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.AddCluster();
        using var host = builder.Build();
        await host.StartAsync(Ct);
        var feed = host.Services.GetRequiredService<IChangeFeed>();
        var workspace = WorkspaceId.Of(Guid.CreateVersion7());
        string? heard = null;
        using var subscription = Listen("fa", () => heard = $"{CultureInfo.CurrentCulture} {CultureInfo.CurrentUICulture}");
        await Eventually.Get<string>(() =>
        {
            feed.Announce(workspace, ["Post"]);
            return Task.FromResult(heard);
        }, "the page heard of it", Ct);
        heard.ShouldBe("fa fa");
        await host.StopAsync(Ct);

        IDisposable Listen(string language, Action changed)
        {
            var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            try
            {
                return feed.Subscribe(workspace, ["Post"], () =>
                {
                    changed();
                    return Task.CompletedTask;
                });
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
            }
        }
    }
}
