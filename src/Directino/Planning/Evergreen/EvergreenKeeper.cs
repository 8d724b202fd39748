using System.Security.Cryptography;
using System.Text;
using Directino.Accounts;
using Directino.Labels;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Evergreen;

/// <summary>
/// Fills slots of the timetable that are still free a day before, one after the other: the slot is held by its post, and known by a key, so of two
/// that fill it at the same moment one does.
/// </summary>
public sealed class EvergreenKeeper(Database database, Planner planner, TimeProvider clock)
{
    /// <summary>So long before a slot it is filled; until then it is anybody's.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Slots come and go as people plan: they are looked at so often.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    /// <summary>When to look again; null as long as the pool is off or has nothing.</summary>
    public async Task<DateTimeOffset?> Fill(WorkspaceId workspace, AccountId account, CancellationToken ct)
    {
        // Each look tells of what was put there before, whoever did it; a slot is tried once.
        HashSet<DateTimeOffset> tried = [];
        while (await Look(workspace, account, ct) is { Pool.IsOn: true, Posts.Count: > 0 } scene)
        {
            var now = clock.GetUtcNow();
            if (scene.Turns.FirstOrDefault(t => t.Slot <= now + Ahead && t.Id is not null && !tried.Contains(t.Slot)) is not { } turn)
            {
                var next = scene.Turns.FirstOrDefault(t => t.Slot > now + Ahead)?.Slot - Ahead;
                return next < now + Often ? next : now + Often;
            }

            tried.Add(turn.Slot);
            await Put(scene, turn, scene.Posts.First(p => p.Id == turn.Id), ct);
        }

        return null;
    }

    private async Task<EvergreenScene?> Look(WorkspaceId workspace, AccountId account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await EvergreenScene.Look(db, account, clock.GetUtcNow(), ct);
    }

    private async Task Put(EvergreenScene scene, EvergreenTurn turn, EvergreenPost post, CancellationToken ct)
    {
        await using var db = database.Open(post.WorkspaceId);
        var labels = await db.Set<Label>().Where(l => post.Labels.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct);
        var wanted = new NewPost(post.Content, turn.Slot, new PostSorting(labels, null), KeyOf(post.AccountId, turn.Slot), true)
        {
            Holds = true, Beside = (made, beside) => Note(post, made, turn.Slot, beside),
        };
        var trouble = await planner.Add(post.WorkspaceId, post.By, wanted, ct) switch
        {
            PlanOutcome.Refused refused when refused.Objections[0].Rule != PostRules.SlotTaken => refused.Objections[0].Rule,
            PlanOutcome.Conflict { Rule: not PostRules.AlreadyImported } conflict => conflict.Rule,
            _ => null,
        };
        if (trouble != scene.Pool.Trouble)
            await db.Set<EvergreenPool>().Where(p => p.AccountId == post.AccountId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Trouble, trouble), ct);
    }

    private static void Note(EvergreenPost post, Post made, DateTimeOffset slot, DirectinoContext db)
    {
        db.Attach(post);
        (post.LastAt, post.Uses) = (slot, post.Uses + 1);
        db.Add(new EvergreenUse { AccountId = post.AccountId, Slot = slot, WorkspaceId = post.WorkspaceId, EvergreenId = post.Id, PostId = made.Id });
    }

    private static string KeyOf(AccountId account, DateTimeOffset slot) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"evergreen {account.Value:N} {slot.UtcTicks}")))[..40];
}

/// <summary>Slots of an account have come near.</summary>
internal sealed class FillEvergreen(EvergreenKeeper keeper) : IDueHandler
{
    public const string Name = "fill-evergreen";

    public string Kind => Name;

    public Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct) => keeper.Fill(item.WorkspaceId, AccountId.Of(item.SubjectId), ct);
}
