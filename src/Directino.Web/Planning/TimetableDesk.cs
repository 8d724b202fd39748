using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done with a timetable on its page, said in words and taken back. One per circuit.</summary>
public sealed class TimetableDesk(TimetableBook book, QueueDesk queue, PlanningText text, Toasts toasts, IStringLocalizer<PlanningWords> words)
{
    public static string Address(string? account) => account is null ? "/plan/slots" : $"/plan/slots?account={Uri.EscapeDataString(account)}";

    /// <summary>The rule that forbids it in words; null when it was done.</summary>
    public Task<string?> Add(Visitor visitor, TimetableView table, IEnumerable<WeekSlot> slots, CancellationToken ct) =>
        Save(visitor, table, [.. table.Slots, .. slots], table.IsPaused, ct);

    public async Task<string?> Remove(Visitor visitor, TimetableView table, WeekSlot slot, CancellationToken ct)
    {
        var flaw = await Save(visitor, table, [.. table.Slots.Where(s => s != slot)], table.IsPaused, ct);
        if (flaw is null)
            toasts.Say(words["SlotRemoved"], () => PutBack(visitor, table.Account, slot));
        return flaw;
    }

    /// <summary>What was held back while it rested goes back into slots when it goes on.</summary>
    public async Task<string?> Pause(Visitor visitor, TimetableView table, bool paused, CancellationToken ct)
    {
        var flaw = await Save(visitor, table, table.Slots, paused, ct);
        if (flaw is null && !paused)
            await queue.Release(visitor, table.Account, ct);
        return flaw;
    }

    /// <summary>To what the timetable is by now, whatever else was changed.</summary>
    private async Task PutBack(Visitor visitor, AccountId account, WeekSlot slot)
    {
        if (await book.Find(visitor.Workspace, account, CancellationToken.None) is { } now && await Add(visitor, now, [slot], CancellationToken.None) is { } flaw)
            toasts.Say(flaw);
    }

    private async Task<string?> Save(Visitor visitor, TimetableView table, IReadOnlyCollection<WeekSlot> slots, bool paused, CancellationToken ct) =>
        await book.Save(visitor.Workspace, table.Account, slots, paused, table.Version, ct) is TimetableOutcome.Refused refused ? text.Rule(refused.Rule) : null;
}
