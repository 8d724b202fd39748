using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Visits;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Directino.Hosting.Cluster;

/// <summary>Visits over the cluster. A process that dies takes its windows with it; a grain that is lost learns of all within one pulse.</summary>
internal sealed partial class GrainVisits(IGrainFactory grains, ILogger<GrainVisits> logger) : IVisits
{
    public async Task<IReadOnlyList<Visit>> Enter(WorkspaceId workspace, PostId post, Visit visit)
    {
        try
        {
            var all = await Of(post).Enter(workspace.Value, visit.Id, visit.Person.Value, visit.IsWriting);
            return [.. all.Select(v => new Visit(v.Visit, PersonId.Of(v.Person), v.IsWriting))];
        }
        catch (Exception error) when (error is OrleansException or TimeoutException)
        {
            // Its process has just died: the next pulse says it again, at another one.
            LogNotTold(error);
            return [visit];
        }
    }

    public async Task Leave(WorkspaceId workspace, PostId post, Guid visit)
    {
        try
        {
            await Of(post).Leave(visit);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException)
        {
            // Then it is forgotten for its silence.
            LogNotTold(error);
        }
    }

    private IVisitGrain Of(PostId post) => grains.GetGrain<IVisitGrain>(post.Value);

    [LoggerMessage(LogLevel.Information, "Who has a post open could not be told; it is told again")]
    private partial void LogNotTold(Exception error);
}
