using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Quotas;
using Directino.Planning.Versions;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Groups;

/// <summary>Posts of several accounts that are written as one: saved and scheduled all together or not at all. Afterwards each is a post like any other.</summary>
public sealed class PostGroups(Database database, PostWriter writer, VersionLog versions, QuotaWatch quotas, TimeProvider clock)
{
    /// <summary>Makes the new ones, writes those that are there, and binds them together.</summary>
    /// <param name="aim">What becomes of them: of all, or of none.</param>
    public async Task<GroupOutcome> Save(WorkspaceId workspace, PersonId by, IReadOnlyList<GroupMember> members, GroupAim aim, CancellationToken ct)
    {
        if (GroupRules.Broken(members) is { } rule)
            return new GroupOutcome.Conflict(rule, null);
        var readings = await Readings(workspace, members, aim, ct);
        try
        {
            await using var db = database.Open(workspace);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var outcome = await SaveAll(workspace, by, members, aim, readings, db, ct);
            if (outcome is GroupOutcome.Done)
                await transaction.CommitAsync(ct);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new GroupOutcome.Conflict(PostRules.ChangedMeanwhile, null);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Two put something into one slot at the same moment: the index let one through, and here is whether it was that.
            if (await Held(workspace, members, ct) is [_, ..] held)
                return new GroupOutcome.Refused(held);
            // Somebody said something about one of them at the same moment.
            if (aim == GroupAim.AskForApproval)
                return new GroupOutcome.Conflict(PostRules.ChangedMeanwhile, null);
            throw;
        }
    }

    /// <summary>Writes one of those that belong together, and carries over to the others what said the same (<see cref="GroupCarry"/>). What is out or on its way stays as it is.</summary>
    public async Task<GroupOutcome> Write(WorkspaceId workspace, PostGroupId group, PostId id, GroupMember member, PersonId by, GroupAim aim, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.GroupId == group).OrderBy(p => p.Id).ToListAsync(ct);
        if (posts.Find(p => p.Id == id) is not { } post)
            return new GroupOutcome.Conflict(PostRules.NotThere, null);
        var others = posts.Where(p => p.Id != id && p.IsEditable).Select(p => Carried(post, member, p));
        return await Save(workspace, by, [member with { Content = member.Content with { Account = post.AccountId }, Post = id }, .. others], aim, ct);
    }

    /// <summary>The posts of other accounts that belong to a post, with what they refer to.</summary>
    public async Task<IReadOnlyList<PostView>> Others(Post post, CancellationToken ct) =>
        post.GroupId is { } group ? [.. (await Find(post.WorkspaceId, group, ct)).Where(v => v.Post.Id != post.Id)] : [];

    public async Task<IReadOnlyList<PostView>> Find(WorkspaceId workspace, PostGroupId group, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.GroupId == group).OrderBy(p => p.Id).ToListAsync(ct);
        var ids = posts.Select(p => p.AccountId).OfType<AccountId>().ToList();
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var shown = posts.SelectMany(p => p.Content.Media).Distinct().ToList();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(m => shown.Contains(m.Id)).ToListAsync(ct);
        return [.. posts.Select(p => new PostView(
            p, p.AccountId is { } account ? accounts.GetValueOrDefault(account) : null, [.. media.Where(m => p.Content.Media.Contains(m.Id))]))];
    }

    /// <summary>What Instagram says of the quotas of those that take a time, asked before anything is begun.</summary>
    private async Task<QuotaReading?[]> Readings(WorkspaceId workspace, IReadOnlyList<GroupMember> members, GroupAim aim, CancellationToken ct)
    {
        var ids = members.Select(m => m.Post).OfType<PostId>().ToList();
        await using var db = database.Open(workspace);
        var scheduled = await db.Set<Post>().Where(p => ids.Contains(p.Id) && p.State == PostState.Scheduled).Select(p => p.Id).ToListAsync(ct);
        DateTimeOffset? TimeOf(GroupMember member) => aim == GroupAim.PublishNow ? clock.GetUtcNow()
            : aim == GroupAim.Schedule || (member.Post is { } id && scheduled.Contains(id)) ? member.At : null;
        return await Task.WhenAll(members.Select(m => TimeOf(m) is { } at ? quotas.Of(workspace, m.Content.Account, at, ct) : Task.FromResult<QuotaReading?>(null)));
    }

    private static GroupMember Carried(Post before, GroupMember after, Post other)
    {
        var at = GroupCarry.Time(before.Slot, after.At, other.Slot);
        return new(GroupCarry.Content(before.Content, after.Content.Tidy(), other.Content), at, other.HeldSlot is { } held && held == at, other.Id, other.Version);
    }

    private async Task<GroupOutcome> SaveAll(
        WorkspaceId workspace, PersonId by, IReadOnlyList<GroupMember> members, GroupAim aim, QuotaReading?[] readings, DirectinoContext db, CancellationToken ct)
    {
        var (posts, refusals) = (new List<Post>(), new List<MemberRefusal>());
        foreach (var (place, member) in members.Index())
        {
            switch (await Take(workspace, by, member, aim, readings[place], db, ct))
            {
                case PlanOutcome.Done done:
                    posts.Add(done.Post);
                    break;
                case PlanOutcome.Refused refused:
                    refusals.Add(new MemberRefusal(place, member, refused.Objections));
                    break;
                case PlanOutcome.Conflict conflict:
                    return new GroupOutcome.Conflict(conflict.Rule, place);
            }
        }

        if (refusals.Count > 0)
            return new GroupOutcome.Refused(refusals);
        var group = posts.Find(p => p.GroupId is not null)?.GroupId ?? PostGroupId.New(clock);
        foreach (var post in posts)
            post.GroupId = group;
        await db.SaveChangesAsync(ct);
        return new GroupOutcome.Done(posts);
    }

    private async Task<PlanOutcome> Take(WorkspaceId workspace, PersonId by, GroupMember member, GroupAim aim, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        if (member.Content.Account is null)
            return new PlanOutcome.Conflict(PostRules.AccountMissing);
        if (member.Post is { } id)
            return await Rewrite(id, by, member, aim, quota, db, ct);
        if ((await PlanFacts.Missing(member.Content, db, ct) ?? await PlanFacts.Missing(member.Sorting, db, ct)) is { } missing)
            return new PlanOutcome.Conflict(missing);
        var post = writer.Begin(workspace, by, member.Content, member.At, member.Sorting, null, db);
        await db.SaveChangesAsync(ct);
        return aim switch
        {
            GroupAim.Schedule => await writer.Place(post, member.At, by, member.IsInSlot, quota, db, ct),
            GroupAim.PublishNow => await writer.PublishNow(post, by, quota, db, ct),
            GroupAim.AskForApproval => await writer.Ask(post, by, db, ct),
            GroupAim.Keep => new PlanOutcome.Done(post),
        };
    }

    private async Task<PlanOutcome> Rewrite(PostId id, PersonId by, GroupMember member, GroupAim aim, QuotaReading? quota, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new PlanOutcome.Conflict(PostRules.NotThere);
        if (member.Known is { } known && known != post.Version)
            return new PlanOutcome.Conflict(PostRules.ChangedMeanwhile);
        var (goes, places) = (aim == GroupAim.PublishNow, aim == GroupAim.Schedule || (aim != GroupAim.PublishNow && post.State == PostState.Scheduled));
        var outcome = await writer.Write(post, member.Content, by, goes || places, null, db, ct);
        if (outcome is PlanOutcome.Done && goes)
            outcome = await writer.PublishNow(post, by, quota, db, ct);
        else if (outcome is PlanOutcome.Done && places)
            outcome = await writer.Place(post, member.At, by, member.IsInSlot, quota, db, ct);
        else if (outcome is PlanOutcome.Done && post.State == PostState.Draft && post.Slot != member.At)
            post.Propose(member.At, clock.GetUtcNow());
        if (outcome is not PlanOutcome.Done)
            return outcome;
        await db.SaveChangesAsync(ct);
        if (aim == GroupAim.AskForApproval && await writer.Ask(post, by, db, ct) is var asked and not PlanOutcome.Done)
            return asked;
        await versions.Note(post, by, null, db, ct);
        return outcome;
    }

    /// <summary>Those whose slot somebody else holds by now.</summary>
    private async Task<IReadOnlyList<MemberRefusal>> Held(WorkspaceId workspace, IReadOnlyList<GroupMember> members, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var held = new List<MemberRefusal>();
        foreach (var (place, member) in members.Index().Where(m => m.Item.IsInSlot))
        {
            if (await db.Set<Post>().AnyAsync(p => p.AccountId == member.Content.Account && p.HeldSlot == member.At && p.Id != member.Post, ct))
                held.Add(new MemberRefusal(place, member, PlanFacts.Taken.Objections));
        }

        return held;
    }
}
