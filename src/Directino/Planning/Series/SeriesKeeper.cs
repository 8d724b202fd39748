using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Series;

/// <summary>
/// Brings the posts of a series to what its rule and words want: makes those that have come near, changes those that say something older, takes
/// out those that are wanted no longer. What somebody changed, moved or took out by hand is theirs. It can be interrupted anywhere and done again,
/// by several at once: a day is one row, and its post is known by a key.
/// </summary>
public sealed class SeriesKeeper(Database database, Planner planner, TimeProvider clock)
{
    /// <summary>So far ahead days are posts.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(35);

    /// <summary>What could not be done is tried again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(6);

    /// <summary>When it is to be looked at again; null when nothing of it is to come.</summary>
    public async Task<DateTimeOffset?> Tend(WorkspaceId workspace, SeriesId id, CancellationToken ct)
    {
        if (await Look(workspace, id, ct) is not { } scene)
            return null;
        foreach (var day in scene.Days)
            await Keep(scene, day, ct);

        // What left is wanted again, perhaps.
        scene = (await Look(workspace, id, ct))!;
        var known = scene.Days.Select(d => d.Date).ToHashSet();
        string? trouble = null;
        foreach (var date in scene.Wanted.Where(d => d > scene.Series.HandledUntil && !known.Contains(d)).Order())
            trouble ??= await Make(scene, date, ct);

        var isHeld = await Note(scene, trouble, ct);
        return isHeld && (scene.NextAt is not { } next || next > scene.Now + Again) ? scene.Now + Again : scene.NextAt;
    }

    private async Task<SeriesScene?> Look(WorkspaceId workspace, SeriesId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await SeriesScene.Look(db, id, clock.GetUtcNow(), ct);
    }

    private async Task Keep(SeriesScene scene, SeriesDay day, CancellationToken ct)
    {
        var post = scene.PostOf(day);
        if (post is null)
        {
            if (day.State == SeriesDayState.Leaving)
                await Change(day, rows => rows.ExecuteDeleteAsync(ct));
        }
        else if (day.State == SeriesDayState.Skipped)
        {
            if (scene.IsToCome(post))
                await planner.Delete(day.WorkspaceId, post.Id, post.Version, ct);
        }
        else if (!scene.IsToCome(post) || !scene.IsOurs(day, post))
        {
            if (day.State == SeriesDayState.Leaving)
                await SetState(day, SeriesDayState.Planned, ct);
        }
        else if (!scene.Wanted.Contains(day.Date))
        {
            await TakeOut(day, post, ct);
        }
        else
        {
            await Renew(scene, day, post, ct);
        }
    }

    /// <summary>Noted first: a post that is gone while its day is planned was taken out by somebody.</summary>
    private async Task TakeOut(SeriesDay day, Post post, CancellationToken ct)
    {
        await SetState(day, SeriesDayState.Leaving, ct);
        if (await planner.Delete(day.WorkspaceId, post.Id, post.Version, ct) is PlanOutcome.Done or PlanOutcome.Conflict { Rule: PostRules.NotThere })
            await Change(day, rows => rows.Where(d => d.State == SeriesDayState.Leaving).ExecuteDeleteAsync(ct));
    }

    private async Task Renew(SeriesScene scene, SeriesDay day, Post post, CancellationToken ct)
    {
        var (series, at) = (scene.Series, scene.At(day.Date));
        var isOld = scene.IsOfEdition(day.Date) && day.Edition != series.Edition;
        if (at <= scene.Now || (!isOld && post.Slot == at && day is { Objection: null, State: SeriesDayState.Planned }))
            return;
        PlanOutcome outcome = new PlanOutcome.Done(post);
        if (scene.IsOfEdition(day.Date) && scene.ContentOf(day.Date) is var content && post.Content != content.Tidy())
            outcome = await planner.Write(day.WorkspaceId, post.Id, content, series.By, post.Version, ct);
        if (outcome is PlanOutcome.Done written && (written.Post.Slot != at || written.Post.State == PostState.Draft))
        {
            post = written.Post;
            outcome = await planner.Schedule(day.WorkspaceId, post.Id, at, series.By, post.Version, ct);
        }

        // Whoever was faster has it; it is looked at again.
        if (outcome is PlanOutcome.Conflict)
            return;
        post = (outcome as PlanOutcome.Done)?.Post ?? post;
        var edition = outcome is PlanOutcome.Done ? series.Edition : day.Edition;
        var objection = (outcome as PlanOutcome.Refused)?.Objections[0].Rule;
        var (slot, print) = (post.Slot, SeriesDay.PrintOf(post.Content));
        await Change(day, rows => rows.ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, SeriesDayState.Planned).SetProperty(d => d.Slot, slot).SetProperty(d => d.Print, print)
                .SetProperty(d => d.Edition, edition).SetProperty(d => d.Objection, objection), ct));
    }

    /// <summary>A rule when no post can be made at all.</summary>
    private async Task<string?> Make(SeriesScene scene, DateOnly date, CancellationToken ct)
    {
        if (scene.At(date) <= scene.Now)
        {
            await Pass(scene, date, ct);
            return null;
        }

        return await Add(scene, date, null, ct) switch
        {
            PlanOutcome.Refused refused => (await Add(scene, date, refused.Objections[0].Rule, ct) as PlanOutcome.Conflict)?.Rule,
            PlanOutcome.Conflict { Rule: not PostRules.AlreadyImported } conflict => conflict.Rule,
            _ => null,
        };
    }

    /// <param name="objection">Why it can only be a draft, if it can.</param>
    private async Task<PlanOutcome> Add(SeriesScene scene, DateOnly date, string? objection, CancellationToken ct)
    {
        var (series, at, content) = (scene.Series, scene.At(date), scene.ContentOf(date));
        await using var db = database.Open(series.WorkspaceId);
        var labels = await db.Set<Label>().Where(l => series.Labels.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct);
        var wanted = new NewPost(content, at, new PostSorting(labels, series.CampaignId), SeriesDay.KeyOf(series.Id, date), objection is null)
        {
            Beside = (post, beside) => beside.Add(new SeriesDay
            {
                SeriesId = series.Id, Date = date, WorkspaceId = series.WorkspaceId, PostId = post.Id, Slot = at,
                Print = SeriesDay.PrintOf(content), Edition = series.Edition, Objection = objection,
            }),
        };
        return await planner.Add(series.WorkspaceId, series.By, wanted, ct);
    }

    /// <summary>Nothing ran while it was to come: that is kept and shown, and nothing goes out late.</summary>
    private async Task Pass(SeriesScene scene, DateOnly date, CancellationToken ct)
    {
        await using var db = database.Open(scene.Series.WorkspaceId);
        db.Add(new SeriesDay { SeriesId = scene.Series.Id, Date = date, WorkspaceId = scene.Series.WorkspaceId, State = SeriesDayState.Passed });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another run noted it at the same moment, or there is more to it.
            await using var fresh = database.Open(scene.Series.WorkspaceId);
            if (!await fresh.Set<SeriesDay>().AnyAsync(d => d.SeriesId == scene.Series.Id && d.Date == date, ct))
                throw;
        }
    }

    /// <summary>Whether something stands in the way of posts.</summary>
    private async Task<bool> Note(SeriesScene scene, string? trouble, CancellationToken ct)
    {
        await using var db = database.Open(scene.Series.WorkspaceId);
        var yesterday = scene.Today.AddDays(-1);
        await db.Set<PostSeries>().Where(s => s.Id == scene.Series.Id).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.Trouble, trouble).SetProperty(x => x.HandledUntil, x => x.HandledUntil < yesterday ? yesterday : x.HandledUntil), ct);
        return trouble is not null || await db.Set<SeriesDay>().AnyAsync(d => d.SeriesId == scene.Series.Id && d.Objection != null && d.Date > yesterday, ct);
    }

    private Task SetState(SeriesDay day, SeriesDayState state, CancellationToken ct) =>
        Change(day, rows => rows.ExecuteUpdateAsync(s => s.SetProperty(d => d.State, state), ct));

    private async Task Change(SeriesDay day, Func<IQueryable<SeriesDay>, Task> change)
    {
        await using var db = database.Open(day.WorkspaceId);
        await change(db.Set<SeriesDay>().Where(d => d.SeriesId == day.SeriesId && d.Date == day.Date));
    }
}
