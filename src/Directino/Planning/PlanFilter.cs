using Directino.Accounts;
using Directino.Labels;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;

namespace Directino.Planning;

/// <summary>Which posts are wanted; what is null is not asked about.</summary>
public sealed record PlanFilter(AccountId? Account = null, LabelId? Label = null, PostState? State = null, PersonId? Author = null, ApprovalState? Approval = null, CampaignId? Campaign = null)
{
    internal IQueryable<Post> Apply(IQueryable<Post> posts)
    {
        if (Account is { } account)
            posts = posts.Where(p => p.AccountId == account);
        return ApplyBesideAccount(posts);
    }

    internal IQueryable<Post> ApplyBesideAccount(IQueryable<Post> posts)
    {
        if (State is { } state)
            posts = posts.Where(p => p.State == state);
        if (Approval is { } approval)
            posts = posts.Where(p => p.Approval == approval);
        if (Author is { } author)
            posts = posts.Where(p => p.CreatedBy == author);
        if (Label is { } label)
            posts = posts.Where(p => p.Labels.Any(l => l.LabelId == label));
        if (Campaign is { } campaign)
            posts = posts.Where(p => p.CampaignId == campaign);
        return posts;
    }
}

/// <summary>Where a list in the order of time goes on.</summary>
public readonly record struct PlanKey(DateTimeOffset At, PostId Id);

/// <summary>Somebody who has written posts of the workspace.</summary>
public sealed record PlanAuthor(PersonId Id, string Name);
