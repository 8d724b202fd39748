using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Days;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done with notes and calendars on pages, said in words. One per circuit.</summary>
public sealed class DayDesk(DayNotes notes, DayCalendars calendars, DayText text, Toasts toasts, IStringLocalizer<DayWords> words)
{
    /// <summary>The rule that forbids it in words; null when it was done.</summary>
    public async Task<string?> Keep(Visitor visitor, DayNote? note, DayNoteText wanted, CancellationToken ct) => Said(note is null
        ? await notes.Add(visitor.Workspace, visitor.Person, wanted, ct)
        : await notes.Change(visitor.Workspace, note.Id, wanted, note.Version, ct));

    public async Task Remove(Visitor visitor, DayNote note, CancellationToken ct)
    {
        if (await notes.Remove(visitor.Workspace, note.Id, ct) is { } removed)
            toasts.Say(words["NoteRemoved"], () => notes.Restore(removed, CancellationToken.None));
    }

    public async Task<string?> BringIn(Visitor visitor, string? name, LabelColor color, byte[] file, CancellationToken ct) =>
        Said(await calendars.Add(visitor.Workspace, name, color, file, ct));

    public async Task<string?> Subscribe(Visitor visitor, string? name, LabelColor color, string? address, CancellationToken ct) =>
        Said(await calendars.Subscribe(visitor.Workspace, name, color, address, ct));

    public async Task Remove(Visitor visitor, DayCalendar calendar, CancellationToken ct)
    {
        if (await calendars.Remove(visitor.Workspace, calendar.Id, ct) is { } removed)
            toasts.Say(words["CalendarRemoved", calendar.Name], () => calendars.Restore(removed, CancellationToken.None));
    }

    private string? Said(DayOutcome outcome) => outcome is DayOutcome.Refused refused ? text.Say(refused.Flaw) : null;
}
