using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Directino.Planning.Campaigns;
using Directino.Planning.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>What the database knows of what a post asks for.</summary>
internal static class PlanFacts
{
    /// <summary>What stands in the way of a post at a slot.</summary>
    public static async Task<IReadOnlyList<Objection>> Objections(Post post, DateTimeOffset? slot, DateTimeOffset now, DirectinoContext db, CancellationToken ct)
    {
        var content = post.Content;
        var account = content.Account is { } a ? await db.Set<ConnectedAccount>().FirstOrDefaultAsync(x => x.Id == a, ct) : null;
        return PostCheck.Objections(content, account, await PlanReader.Media(content, db, ct), slot, now);
    }

    /// <summary>What stands in the way of a post that takes a time it has not had; room in the account's quota is asked for when nothing else does.</summary>
    public static async Task<IReadOnlyList<Objection>> Objections(
        Post post, DateTimeOffset? slot, DateTimeOffset now, QuotaReading? reading, DirectinoContext db, CancellationToken ct) =>
        await Objections(post, slot, now, db, ct) is { Count: > 0 } objections ? objections
            : reading is not null && !post.IsByHand && await QuotaFacts.Full(post, slot!.Value, reading, db, ct) is { } full ? [new Objection(PostField.Slot, PostRules.QuotaFull, Full: full)]
            : [];

    /// <summary>The account or something of the library that is named does not exist in this workspace.</summary>
    public static async Task<string?> Missing(PostContent content, DirectinoContext db, CancellationToken ct)
    {
        if (content.Account is { } account && !await db.Set<ConnectedAccount>().AnyAsync(a => a.Id == account, ct))
            return PostRules.AccountMissing;
        var there = (await PlanReader.Media(content, db, ct)).Where(m => m.RemovedAt == null).Select(m => m.Id).ToHashSet();
        return content.Items.Any(i => !there.Contains(i.Media)) ? PostRules.PictureMissing
            : content.Options.Cover is { } cover && !there.Contains(cover) ? PostRules.CoverMissing
            : null;
    }

    /// <summary>The label or the campaign that is named does not exist in this workspace.</summary>
    public static async Task<string?> Missing(PostSorting sorting, DirectinoContext db, CancellationToken ct) =>
        sorting.Labels.Count > 0 && await db.Set<Label>().CountAsync(l => sorting.Labels.Contains(l.Id), ct) != sorting.Labels.Distinct().Count() ? LabelRules.Missing
        : !await HasCampaign(sorting.Campaign, db, ct) ? CampaignRules.Missing
        : null;

    /// <summary>Whether a campaign that is named exists in this workspace; none always does.</summary>
    public static async Task<bool> HasCampaign(CampaignId? campaign, DirectinoContext db, CancellationToken ct) =>
        campaign is null || await db.Set<Campaign>().AnyAsync(c => c.Id == campaign, ct);

    public static PlanOutcome.Refused Taken => new([new Objection(PostField.Slot, PostRules.SlotTaken)]);

    /// <summary>Whether another post was put into this slot from the timetable.</summary>
    public static Task<bool> IsHeld(Post post, DateTimeOffset slot, DirectinoContext db, CancellationToken ct) =>
        db.Set<Post>().AnyAsync(p => p.AccountId == post.AccountId && p.HeldSlot == slot && p.Id != post.Id, ct);

    public static Task<bool> IsImported(string key, DirectinoContext db, CancellationToken ct) => db.Set<Post>().AnyAsync(p => p.ImportKey == key, ct);
}
