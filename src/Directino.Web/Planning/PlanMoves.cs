using Directino.Planning;
using Directino.Planning.Profile;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Moves posts in the calendar, says so, and takes it back. One per circuit.</summary>
public sealed class PlanMoves(Planner planner, TimeSwap swaps, PlanningText text, Times times, Toasts toasts, IStringLocalizer<PlanningWords> words)
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Another day, the same time of day; a draft without a time gets a morning.</summary>
    public static DateTimeOffset OnDay(PlannedPost post, DateOnly day, string fallbackZone)
    {
        var zone = LocalTime.Zone(post.TimeZone ?? fallbackZone);
        return post.At is { } at ? LocalTime.OnDate(at, day, zone) : LocalTime.ToInstant(day, Morning, zone).Instant;
    }

    /// <summary>Another hour of a day, the same minute; what has no time gets the hour itself.</summary>
    public static DateTimeOffset AtHour(PlannedPost post, DateOnly day, int hour, string fallbackZone)
    {
        var zone = LocalTime.Zone(post.TimeZone ?? fallbackZone);
        return LocalTime.ToInstant(day, new TimeOnly(hour, post.At is { } at ? LocalTime.Of(at, zone).Minute : 0), zone).Instant;
    }

    /// <summary>The same day, another time of it.</summary>
    public static DateTimeOffset AtTime(PlannedPost post, TimeOnly time, string fallbackZone)
    {
        var zone = LocalTime.Zone(post.TimeZone ?? fallbackZone);
        return LocalTime.ToInstant(DateOnly.FromDateTime(LocalTime.Of(post.At!.Value, zone)), time, zone).Instant;
    }

    /// <summary>The hour a post stands in, by the clock of its account.</summary>
    public static int HourOf(PlannedPost post, string fallbackZone) => LocalTime.Of(post.At!.Value, LocalTime.Zone(post.TimeZone ?? fallbackZone)).Hour;

    public async Task Move(Visitor visitor, PlannedPost post, DateTimeOffset at, CancellationToken ct)
    {
        if (post.At == at)
            return;
        var outcome = await planner.Move(visitor.Workspace, post.Id, at, visitor.Person, post.Version, ct);
        switch (outcome)
        {
            case PlanOutcome.Done done:
                toasts.Say(words["Moved", times.Say(at, post.TimeZone ?? "UTC")], () => Back(visitor, post, done.Post));
                break;
            case PlanOutcome.Refused { NextTime: { } next, Objections: [var full, ..] }:
                toasts.Say(
                    words["NotMoved", text.Objection(full, PostContent.Empty)], () => Move(visitor, post, next, CancellationToken.None),
                    words["TakeTime", times.Say(next, post.TimeZone ?? "UTC")]);
                break;
            case PlanOutcome.Refused { Objections: [var first, ..] }:
                toasts.Say(words["NotMoved", text.Objection(first, PostContent.Empty)]);
                break;
            case PlanOutcome.Conflict conflict:
                toasts.Say(words["NotMoved", text.Rule(conflict.Rule)]);
                break;
        }
    }

    /// <summary>Two posts of the profile exchange their times; it is taken back by doing it again.</summary>
    public async Task Swap(Visitor visitor, ProfileCell one, ProfileCell other, CancellationToken ct)
    {
        if (one.Post is not { } first || other.Post is not { } second)
            return;
        var outcome = await swaps.Swap(visitor.Workspace, first, second, visitor.Person, (one.Version, other.Version), ct);
        if (outcome is PlanOutcome.Done)
            toasts.Say(words["Swapped"], () => swaps.Swap(visitor.Workspace, first, second, visitor.Person, (null, null), CancellationToken.None));
        else
            Complain(outcome);
    }

    /// <summary>So many days, weeks or hours later. Days are those of the post's own clock: at the change of daylight saving it keeps its time of day.</summary>
    public static DateTimeOffset Later(PlannedPost post, PlanOffset offset, string fallbackZone)
    {
        var zone = LocalTime.Zone(post.TimeZone ?? fallbackZone);
        var at = post.At!.Value;
        return offset.Unit == OffsetUnit.Hours
            ? at.AddHours(offset.Count)
            : LocalTime.OnDate(at, DateOnly.FromDateTime(LocalTime.Of(at, zone)).AddDays(offset.Days), zone);
    }

    /// <summary>Where it was before it was moved.</summary>
    public Task<PlanOutcome> TakeBack(Visitor visitor, PlannedPost was, Post now) => was.State switch
    {
        PostState.Draft => planner.Propose(visitor.Workspace, was.Id, was.At, visitor.Person, now.Version, CancellationToken.None),
        PostState.Scheduled => planner.Move(visitor.Workspace, was.Id, was.At!.Value, visitor.Person, now.Version, CancellationToken.None),
        _ => planner.Withdraw(visitor.Workspace, was.Id, now.Version, CancellationToken.None),
    };

    private async Task Back(Visitor visitor, PlannedPost was, Post now)
    {
        var outcome = await TakeBack(visitor, was, now);
        Complain(outcome);
    }

    private void Complain(PlanOutcome outcome)
    {
        if (outcome is PlanOutcome.Refused { Objections: [var first, ..] })
            toasts.Say(words["NotMoved", text.Objection(first, PostContent.Empty)]);
        if (outcome is PlanOutcome.Conflict conflict)
            toasts.Say(words["NotMoved", text.Rule(conflict.Rule)]);
    }
}
