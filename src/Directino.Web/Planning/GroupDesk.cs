using Directino.Planning;
using Directino.Planning.Groups;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Saves what one composer holds for several accounts, and says so. One per circuit.</summary>
public sealed class GroupDesk(PostGroups groups, Toasts toasts, IStringLocalizer<PlanningWords> words)
{
    /// <param name="post">The first account's, as it is saved; null while it is new.</param>
    /// <param name="known">Its version that was read.</param>
    public async Task<GroupOutcome> Save(Visitor visitor, Post? post, GroupForm group, int? known, GroupAim aim, CancellationToken ct)
    {
        var lead = new GroupMember(group.Lead.Content, group.Lead.Moment?.Instant, group.Lead.IsInSlot, post?.Id, known);
        var sorting = post is null ? group.Lead.Sorting : PostSorting.Of(post);
        var members = group.Others.Select(o => o.Member).Prepend(lead).Select(m => m with { Sorting = sorting });
        var outcome = await groups.Save(visitor.Workspace, visitor.Person, [.. members], aim, ct);
        if (outcome is GroupOutcome.Done done)
            toasts.Say(words[$"GroupDone{aim}", Numbers.Say(done.Posts.Count)]);
        return outcome;
    }
}
