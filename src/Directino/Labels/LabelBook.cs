using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Labels;

/// <summary>The labels of a workspace.</summary>
public sealed class LabelBook(Database database, IEnumerable<ILabelled> things, TimeProvider clock)
{
    public const int Most = 50;

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<Label>> All(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Label>().AsNoTracking().OrderBy(l => l.Key).ToListAsync(ct);
    }

    public async Task<LabelOutcome> Add(WorkspaceId workspace, string? name, LabelColor color, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await Flaw(db, name, null, ct) is { } rule)
            return new LabelOutcome.Refused(rule);
        if (await db.Set<Label>().CountAsync(ct) >= Most)
            return new LabelOutcome.Refused(LabelRules.TooMany);
        var tidy = Label.Tidy(name);
        var label = new Label { Id = LabelId.New(clock), WorkspaceId = workspace, Name = tidy, Key = Label.KeyOf(tidy), Color = color };
        db.Add(label);
        return await Save(db, label, ct);
    }

    /// <param name="name">Null leaves it.</param>
    /// <param name="color">Null leaves it.</param>
    public async Task<LabelOutcome> Change(WorkspaceId workspace, LabelId id, string? name, LabelColor? color, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Label>().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } label)
            return new LabelOutcome.Refused(LabelRules.Missing);
        name ??= label.Name;
        if (await Flaw(db, name, id, ct) is { } rule)
            return new LabelOutcome.Refused(rule);
        label.Name = Label.Tidy(name);
        label.Key = Label.KeyOf(label.Name);
        label.Color = color ?? label.Color;
        return await Save(db, label, ct);
    }

    /// <summary>Takes a label away, from everything that bears it as well. What is returned can be given to <see cref="Restore"/>; null when there is no such label.</summary>
    public async Task<RemovedLabel?> Remove(WorkspaceId workspace, LabelId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Label>().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } label)
            return null;
        var bore = new List<(ILabelled, IReadOnlyList<Guid>)>();
        foreach (var kind in things)
            bore.Add((kind, await kind.Bearing(id, db, ct)));
        db.Remove(label);
        await db.SaveChangesAsync(ct);
        return new RemovedLabel(label, bore);
    }

    public async Task<LabelOutcome> Restore(RemovedLabel removed, CancellationToken ct)
    {
        var label = removed.Label;
        await using var db = database.Open(label.WorkspaceId);
        if (await Flaw(db, label.Name, null, ct) is { } rule)
            return new LabelOutcome.Refused(rule);
        db.Add(label);
        foreach (var (kind, bore) in removed.Bore)
            await kind.GiveBack(label.Id, bore, db, ct);
        return await Save(db, label, ct);
    }

    private static async Task<string?> Flaw(DirectinoContext db, string? name, LabelId? except, CancellationToken ct)
    {
        var tidy = Label.Tidy(name);
        if (tidy.Length is 0 or > Label.LongestName)
            return tidy.Length == 0 ? LabelRules.NameMissing : LabelRules.NameTooLong;
        var key = Label.KeyOf(tidy);
        var taken = await db.Set<Label>().Where(l => l.Key == key).Select(l => (LabelId?)l.Id).FirstOrDefaultAsync(ct);
        return taken is { } other && other != except ? LabelRules.NameTaken : null;
    }

    private async Task<LabelOutcome> Save(DirectinoContext db, Label label, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new LabelOutcome.Done(label);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the name at the same moment: the index says so, and here is whether it was that.
            await using var fresh = database.Open(label.WorkspaceId);
            if (await Flaw(fresh, label.Name, label.Id, ct) is { } rule)
                return new LabelOutcome.Refused(rule);
            throw;
        }
    }
}

/// <summary>A label that was taken away, and what bore it.</summary>
public sealed record RemovedLabel(Label Label, IReadOnlyList<(ILabelled Kind, IReadOnlyList<Guid> Things)> Bore);
