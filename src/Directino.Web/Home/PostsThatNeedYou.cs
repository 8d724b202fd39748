using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Directino.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Home;

/// <summary>Posts that are to be posted by hand, failed, were missed, whose outcome is unknown, or that something stands in the way of; approvals have a place of their own.</summary>
internal sealed class PostsThatNeedYou(IStringLocalizer<HomeWords> words) : INeedsYou
{
    private const int Most = 10;

    public async Task<IReadOnlyList<Need>> Read(Visitor visitor, DirectinoContext db, CancellationToken ct)
    {
        if (!visitor.May(Permission.EditPosts))
            return [];
        var posts = await db.Set<Post>().AsNoTracking()
            .Where(p => p.State == PostState.Notified || p.State == PostState.Failed || p.State == PostState.Missed || p.State == PostState.Unknown || (p.State == PostState.Scheduled && p.Reason != null && p.Reason != ApprovalRules.Missing))
            .OrderByDescending(p => p.State == PostState.Notified).ThenByDescending(p => p.Id).Take(Most)
            .Select(p => new { p.Id, p.State, p.Caption, p.IsByHand }).ToListAsync(ct);
        return [.. posts.Select(p => new Need(
            p.State switch { PostState.Notified => "hand", PostState.Missed => "clock", PostState.Unknown => "circle-question-mark", PostState.Scheduled => "triangle-alert", _ => "circle-x" },
            words[$"Post{p.State}", words.NameOf(p.Caption)], words[p is { State: PostState.Missed, IsByHand: true } ? "PostNotConfirmedWhy" : $"Post{p.State}Why"], $"/plan/posts/{p.Id}", words["OpenPost"], p.State != PostState.Unknown))];
    }
}
