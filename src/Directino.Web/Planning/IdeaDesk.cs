using Directino.Planning;
using Directino.Planning.Ideas;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Gives an idea a day of the calendar, says so, and takes it back. One per circuit.</summary>
public sealed class IdeaDesk(
    IdeaBook book, Planner planner, TimetableBook tables, IdeaText text, PlanningText planning, Times times, Toasts toasts, TimeProvider clock, IStringLocalizer<IdeaWords> words)
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Into the day's first free slot, or in the morning; when that is over, an hour from now.</summary>
    public async Task Plan(Visitor visitor, IdeaLine line, DateOnly day, CancellationToken ct)
    {
        var zone = LocalTime.Zone(line.TimeZone!);
        var begins = LocalTime.ToInstant(day, TimeOnly.MinValue, zone).Instant;
        var free = await tables.Free(visitor.Workspace, line.Idea.AccountId, begins.AddTicks(-1), LocalTime.ToInstant(day.AddDays(1), TimeOnly.MinValue, zone).Instant.AddTicks(-1), ct);
        var morning = LocalTime.ToInstant(day, Morning, zone).Instant;
        await Become(visitor, line, free is [var slot, ..] ? slot.At : morning > clock.GetUtcNow() ? morning : clock.GetUtcNow().AddHours(1), ct);
    }

    /// <summary>Into the first free slot of an hour, or at its beginning; within the present hour, a little later than now.</summary>
    public async Task Plan(Visitor visitor, IdeaLine line, DateOnly day, int hour, CancellationToken ct)
    {
        var begins = LocalTime.ToInstant(day, new TimeOnly(hour, 0), LocalTime.Zone(line.TimeZone!)).Instant;
        var free = await tables.Free(visitor.Workspace, line.Idea.AccountId, begins.AddTicks(-1), begins.AddHours(1).AddTicks(-1), ct);
        var soon = clock.GetUtcNow().AddMinutes(10);
        await Become(visitor, line, free is [var slot, ..] ? slot.At : begins <= clock.GetUtcNow() && soon < begins.AddHours(1) ? soon : begins, ct);
    }

    private async Task Become(Visitor visitor, IdeaLine line, DateTimeOffset at, CancellationToken ct)
    {
        switch (await book.Become(visitor.Workspace, line.Idea.Id, visitor.Person, at, ct))
        {
            case PlanOutcome.Done done:
                toasts.Say(words["Planned", times.Say(at, line.TimeZone!)], () => TakeBack(visitor, done.Post));
                break;
            case PlanOutcome.Refused refused:
                toasts.Say(words["NotPlanned", planning.Objection(refused.Objections[0], line.Idea.Content)]);
                break;
            case PlanOutcome.Conflict conflict:
                toasts.Say(words["NotPlanned", text.Rule(conflict.Rule)]);
                break;
        }
    }

    private async Task TakeBack(Visitor visitor, Post post)
    {
        if (await planner.Delete(visitor.Workspace, post.Id, post.Version, CancellationToken.None) is PlanOutcome.Conflict conflict)
            toasts.Say(planning.Rule(conflict.Rule));
    }
}
