using Directino.Planning;
using Directino.Planning.Versions;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Brings a version of a post back, said in words. One per circuit.</summary>
public sealed class VersionDesk(PostHistory history, PlanningText text, Toasts toasts, NavigationManager addresses, IStringLocalizer<VersionWords> words)
{
    /// <summary>Why it cannot be; none when it was done, and then the post is shown.</summary>
    public async Task<IReadOnlyList<string>> Restore(Visitor visitor, Post post, int number, CancellationToken ct)
    {
        switch (await history.Restore(visitor.Workspace, post.Id, number, visitor.Person, post.Version, ct))
        {
            case PlanOutcome.Refused refused:
                var version = await history.Find(visitor.Workspace, post.Id, number, ct);
                return [.. refused.Objections.Select(o => text.Objection(o, version?.Version.Content ?? PostContent.Empty)).Distinct()];
            case PlanOutcome.Conflict conflict:
                return [text.Rule(conflict.Rule)];
            default:
                toasts.Say(words["Restored", Numbers.Say(number)]);
                addresses.NavigateTo($"/plan/posts/{post.Id}");
                return [];
        }
    }
}
