using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Directino.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Home;

/// <summary>Posts that wait for the visitor's word, and their own that somebody wants changed or that are soon due and not approved.</summary>
internal sealed class ApprovalsThatNeedYou(ApprovalReader approvals, IStringLocalizer<HomeWords> words, TimeProvider clock) : INeedsYou
{
    private const int Most = 10;

    /// <summary>So near to its slot a post that nobody approved is pressing.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<Need>> Read(Visitor visitor, DirectinoContext db, CancellationToken ct)
    {
        List<Need> needs = [];
        var soon = clock.GetUtcNow() + Soon;
        if (visitor.May(Permission.ApprovePosts))
        {
            needs.AddRange((await approvals.WaitingFor(visitor.Person, visitor.Workspace, Most, db, ct)).Select(p => new Need(
                "eye", words["PostToApprove", words.NameOf(p.Caption)], words["PostToApproveWhy"], $"/plan/posts/{p.Id}", words["LookAtPost"], p.At < soon)));
        }

        if (visitor.May(Permission.EditPosts))
        {
            var wanted = await db.Set<Post>().AsNoTracking()
                .Where(p => p.Approval == ApprovalState.ChangesAsked && p.CreatedBy == visitor.Person && p.State != PostState.Published && p.State != PostState.Unknown)
                .OrderByDescending(p => p.Id).Take(Most).Select(p => new { p.Id, p.Caption }).ToListAsync(ct);
            needs.AddRange(wanted.Select(p => new Need(
                "message-square", words["PostToChange", words.NameOf(p.Caption)], words["PostToChangeWhy"], $"/plan/posts/{p.Id}", words["OpenPost"])));
            var unapproved = await db.Set<Post>().AsNoTracking()
                .Where(p => p.Approval == ApprovalState.Waiting && p.CreatedBy == visitor.Person && p.State == PostState.Scheduled && p.At < soon)
                .OrderBy(p => p.At).Take(Most).Select(p => new { p.Id, p.Caption }).ToListAsync(ct);
            // Who is to approve it was told above.
            needs.AddRange(unapproved.Where(p => !needs.Exists(n => n.Link == $"/plan/posts/{p.Id}")).Select(p => new Need(
                "hourglass", words["PostUnapproved", words.NameOf(p.Caption)], words["PostUnapprovedWhy"], $"/plan/posts/{p.Id}", words["OpenPost"], IsUrgent: true)));
        }

        return needs;
    }
}
