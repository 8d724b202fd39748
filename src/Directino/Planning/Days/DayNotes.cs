using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Days;

/// <summary>The notes in a workspace's calendar: written, changed, taken away.</summary>
public sealed class DayNotes(Database database, TimeProvider clock)
{
    public const int Most = 2_000;

    public async Task<DayOutcome> Add(WorkspaceId workspace, PersonId by, DayNoteText wanted, CancellationToken ct)
    {
        if (wanted.Flaw is { } rule)
            return new DayOutcome.Refused(rule);
        await using var db = database.Open(workspace);
        if (await db.Set<DayNote>().CountAsync(ct) >= Most)
            return new DayOutcome.Refused(DayRules.TooManyNotes);
        var note = new DayNote
        {
            Id = DayNoteId.New(clock), WorkspaceId = workspace, First = wanted.First, Last = wanted.Last, Text = wanted.Tidy, Color = wanted.Color, CreatedBy = by,
        };
        db.Add(note);
        await db.SaveChangesAsync(ct);
        return new DayOutcome.Noted(note);
    }

    /// <param name="known">The version that was read; null changes whatever is there.</param>
    public async Task<DayOutcome> Change(WorkspaceId workspace, DayNoteId id, DayNoteText wanted, int? known, CancellationToken ct)
    {
        if (wanted.Flaw is { } rule)
            return new DayOutcome.Refused(rule);
        await using var db = database.Open(workspace);
        if (await db.Set<DayNote>().FirstOrDefaultAsync(n => n.Id == id, ct) is not { } note)
            return new DayOutcome.Refused(DayRules.NotThere);
        if (known is { } version && version != note.Version)
            return new DayOutcome.Refused(DayRules.ChangedMeanwhile);
        (note.First, note.Last, note.Text, note.Color) = (wanted.First, wanted.Last, wanted.Tidy, wanted.Color);
        note.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
            return new DayOutcome.Noted(note);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DayOutcome.Refused(DayRules.ChangedMeanwhile);
        }
    }

    /// <summary>What is returned can be given to <see cref="Restore"/>; null when there is no such note.</summary>
    public async Task<DayNote?> Remove(WorkspaceId workspace, DayNoteId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<DayNote>().FirstOrDefaultAsync(n => n.Id == id, ct) is not { } note)
            return null;
        db.Remove(note);
        try
        {
            await db.SaveChangesAsync(ct);
            return note;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody took it away, or changed it, at the same moment: it is theirs.
            return null;
        }
    }

    public async Task Restore(DayNote removed, CancellationToken ct)
    {
        await using var db = database.Open(removed.WorkspaceId);
        if (await db.Set<DayNote>().AnyAsync(n => n.Id == removed.Id, ct))
            return;
        db.Add(removed);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>A note as somebody wants it.</summary>
public sealed record DayNoteText(DateOnly First, DateOnly Last, string? Text, LabelColor Color)
{
    public string Tidy => (Text ?? "").Trim();

    /// <summary>The rule that it breaks.</summary>
    public string? Flaw => Tidy.Length switch
    {
        0 => DayRules.TextMissing,
        > DayNote.LongestText => DayRules.TextTooLong,
        _ => Last < First ? DayRules.EndsBeforeItBegins : Last.DayNumber - First.DayNumber >= DayNote.MostDays ? DayRules.TooManyDays : null,
    };
}
