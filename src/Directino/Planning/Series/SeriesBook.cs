using Directino.Accounts;
using Directino.Labels;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Series;

/// <summary>What people do with series. The change and the turn in which the posts follow it are saved together; then they follow at once.</summary>
public sealed class SeriesBook(Database database, SeriesKeeper keeper, DueBook due, TimeProvider clock)
{
    /// <summary>So many may run at the same time.</summary>
    public const int Most = 100;

    /// <param name="first">The post it was begun from: it becomes the post of its day when it stands at the series' time.</param>
    public async Task<SeriesOutcome> Start(WorkspaceId workspace, PersonId by, NewSeries wanted, PostId? first, CancellationToken ct)
    {
        var tidy = wanted.Tidy();
        await using var db = database.Open(workspace);
        if (await Flaw(tidy, db, ct) is { } flaw)
            return flaw;
        if (await db.Set<PostSeries>().CountAsync(s => s.EndedAt == null, ct) >= Most)
            return new SeriesOutcome.Refused(SeriesRules.TooMany);
        var now = clock.GetUtcNow();
        var zone = await Zone(tidy.Content.Account!.Value, db, ct);
        var post = first is { } named ? await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == named, ct) : null;
        var series = new PostSeries
        {
            Id = SeriesId.New(clock), WorkspaceId = workspace, AccountId = tidy.Content.Account!.Value, Content = tidy.Content, Media = [.. tidy.Content.Media],
            Labels = [.. post?.Labels.Select(l => l.LabelId) ?? []], CampaignId = post?.CampaignId, Language = tidy.Language, Rule = tidy.Rule, Time = tidy.Time, HandledUntil = default, By = by, CreatedAt = now,
        };
        series.LookFrom(now, zone);
        if (!SeriesDates.From(series.Rule, series.HandledUntil.AddDays(1)).Any())
            return new SeriesOutcome.Refused(SeriesRules.NothingToCome);
        db.Add(series);
        if (post is not null && await IsFree(post, db, ct))
            Adopt(series, post, zone, db);
        return await Save(series, db, ct);
    }

    /// <summary>Other words, another rule or time, for every post that is still to come and that nobody changed by hand.</summary>
    public Task<SeriesOutcome> Change(WorkspaceId workspace, SeriesId id, PersonId by, NewSeries wanted, int? known, CancellationToken ct) =>
        Change(workspace, id, known, async (series, zone, db) =>
        {
            var tidy = wanted.Tidy();
            if (await Flaw(tidy, db, ct) is { } flaw)
                return flaw;
            if (tidy.Content.Account != series.AccountId)
                return new SeriesOutcome.Refused(SeriesRules.OtherAccount);
            (series.Language, series.Rule, series.Time) = (tidy.Language, tidy.Rule, tidy.Time);
            Say(series, tidy.Content, by, DateOnly.MinValue);
            series.LookFrom(clock.GetUtcNow(), zone);
            return SeriesDates.From(series.Rule, series.HandledUntil.AddDays(1)).Any() ? null : new SeriesOutcome.Refused(SeriesRules.NothingToCome);
        }, ct);

    /// <summary>What one of its posts says now, for all that follow it; those before it stay.</summary>
    public async Task<SeriesOutcome> Follow(WorkspaceId workspace, PostId id, PersonId by, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new SeriesOutcome.Refused(PostRules.NotThere);
        if (await db.Set<SeriesDay>().AsNoTracking().FirstOrDefaultAsync(d => d.PostId == id, ct) is not { } day)
            return new SeriesOutcome.Refused(SeriesRules.NotOfSeries);
        return await Change(workspace, day.SeriesId, null, async (series, _, there) =>
        {
            if (post.AccountId != series.AccountId)
                return new SeriesOutcome.Refused(SeriesRules.OtherAccount);
            if (await Flaw(new NewSeries(post.Content, series.Language, series.Rule, series.Time).Tidy(), there, ct) is { } flaw)
                return flaw;
            Say(series, post.Content, by, day.Date);
            return null;
        }, ct);
    }

    /// <summary>Paused, nothing of it is to come: its posts are taken out, those that somebody changed stay. Afterwards they come back.</summary>
    public Task<SeriesOutcome> Pause(WorkspaceId workspace, SeriesId id, bool paused, CancellationToken ct) =>
        Change(workspace, id, null, (series, zone, _) =>
        {
            series.IsPaused = paused;
            if (!paused)
                series.LookFrom(clock.GetUtcNow(), zone);
            return Task.FromResult<SeriesOutcome?>(null);
        }, ct);

    /// <summary>For good, or going on after all.</summary>
    public Task<SeriesOutcome> End(WorkspaceId workspace, SeriesId id, bool ended, CancellationToken ct) =>
        Change(workspace, id, null, async (series, zone, db) =>
        {
            if (!ended && await db.Set<PostSeries>().CountAsync(s => s.EndedAt == null && s.Id != id, ct) >= Most)
                return new SeriesOutcome.Refused(SeriesRules.TooMany);
            series.EndedAt = ended ? series.EndedAt ?? clock.GetUtcNow() : null;
            if (!ended)
                series.LookFrom(clock.GetUtcNow(), zone);
            return null;
        }, ct);

    /// <summary>One day without its post, or with it again.</summary>
    public Task<SeriesOutcome> Skip(WorkspaceId workspace, SeriesId id, DateOnly date, bool skipped, CancellationToken ct) =>
        Change(workspace, id, null, async (series, _, db) =>
        {
            if (!SeriesDates.Between(series.Rule, date, date).Any())
                return new SeriesOutcome.Refused(SeriesRules.NotItsDay);
            var day = await db.Set<SeriesDay>().FirstOrDefaultAsync(d => d.SeriesId == id && d.Date == date, ct);
            if (!skipped && day is not null && (day.State == SeriesDayState.Skipped || !await db.Set<Post>().AnyAsync(p => p.Id == day.PostId, ct)))
                db.Remove(day);
            else if (skipped && day is null)
                db.Add(new SeriesDay { SeriesId = id, Date = date, WorkspaceId = workspace, State = SeriesDayState.Skipped });
            else if (skipped && day!.State == SeriesDayState.Planned)
                day.State = SeriesDayState.Skipped;
            return null;
        }, ct);

    private static void Say(PostSeries series, PostContent content, PersonId by, DateOnly from)
    {
        (series.Content, series.Media, series.By, series.EditionFrom) = (content, [.. content.Media], by, from);
        series.Edition++;
    }

    /// <summary>The post stands where the series will have one: they are the same.</summary>
    private static void Adopt(PostSeries series, Post post, TimeZoneInfo zone, DirectinoContext db)
    {
        if (!post.IsEditable || post.Slot is not { } slot || DateOnly.FromDateTime(LocalTime.Of(slot, zone)) is var date && series.On(date, zone) != slot)
            return;
        if (date <= series.HandledUntil || !SeriesDates.Between(series.Rule, date, date).Any())
            return;
        db.Add(new SeriesDay
        {
            SeriesId = series.Id, Date = date, WorkspaceId = series.WorkspaceId, PostId = post.Id, Slot = slot, Print = SeriesDay.PrintOf(post.Content),
            // A draft is scheduled by the series, like the others.
            Edition = 0, Objection = post.State == PostState.Draft ? PostRules.NotScheduled : null,
        });
    }

    private static async Task<bool> IsFree(Post post, DirectinoContext db, CancellationToken ct) => !await db.Set<SeriesDay>().AnyAsync(d => d.PostId == post.Id, ct);

    private static async Task<TimeZoneInfo> Zone(AccountId account, DirectinoContext db, CancellationToken ct) =>
        LocalTime.Zone(await db.Set<ConnectedAccount>().Where(a => a.Id == account).Select(a => a.TimeZone).FirstAsync(ct));

    /// <summary>What stands in the way of its posts, whenever they go out.</summary>
    private async Task<SeriesOutcome?> Flaw(NewSeries wanted, DirectinoContext db, CancellationToken ct)
    {
        if (wanted.Flaw() is { } flaw)
            return flaw;
        if (await PlanFacts.Missing(wanted.Content, db, ct) is { } missing)
            return new SeriesOutcome.Refused(missing);
        var account = wanted.Content.Account is { } id ? await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) : null;
        var now = clock.GetUtcNow();
        var objections = PostCheck.Objections(wanted.Content, account, await PlanReader.Media(wanted.Content, db, ct), now, now);
        return objections.Count == 0 ? null : new SeriesOutcome.Objected(objections, wanted.Content);
    }

    private async Task<SeriesOutcome> Change(
        WorkspaceId workspace, SeriesId id, int? known, Func<PostSeries, TimeZoneInfo, DirectinoContext, Task<SeriesOutcome?>> change, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<PostSeries>().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } series)
            return new SeriesOutcome.Refused(PostRules.NotThere);
        if (known is { } version && version != series.Version)
            return new SeriesOutcome.Refused(PostRules.ChangedMeanwhile);
        if (await change(series, await Zone(series.AccountId, db, ct), db) is { } refused)
            return refused;
        series.Version++;
        return await Save(series, db, ct);
    }

    private async Task<SeriesOutcome> Save(PostSeries series, DirectinoContext db, CancellationToken ct)
    {
        await due.Set(db, series.WorkspaceId, TendSeries.Name, series.Id.Value, clock.GetUtcNow(), null, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SeriesOutcome.Refused(PostRules.ChangedMeanwhile);
        }

        await keeper.Tend(series.WorkspaceId, series.Id, ct);
        return new SeriesOutcome.Done(series);
    }
}
