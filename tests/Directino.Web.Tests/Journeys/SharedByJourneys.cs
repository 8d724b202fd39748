using Directino.Web.Tests.Journeys;

[assembly: AssemblyFixture(typeof(SharedByJourneys))]

namespace Directino.Web.Tests.Journeys;

/// <summary>Ends what journeys share after the last of them.</summary>
public sealed class SharedByJourneys : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Chromium.EndShared();
        await Installation.EndShared();
    }
}
