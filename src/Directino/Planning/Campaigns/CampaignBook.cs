using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Campaigns;

/// <summary>The campaigns of a workspace: written, changed, taken away.</summary>
public sealed class CampaignBook(Database database, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>All of them: those with days by their days, the latest first, then those without by name.</summary>
    public async Task<IReadOnlyList<Campaign>> All(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var all = await db.Set<Campaign>().AsNoTracking().ToListAsync(ct);
        return [.. all.OrderByDescending(c => c.First).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }

    /// <summary>All of them, with how their posts stand.</summary>
    public async Task<IReadOnlyList<CampaignLine>> Lines(WorkspaceId workspace, CancellationToken ct)
    {
        var all = await All(workspace, ct);
        await using var db = database.Open(workspace);
        var counts = (await db.Set<Post>().Where(p => p.WorkspaceId == workspace && p.CampaignId != null).GroupBy(p => new { p.CampaignId, p.State })
            .Select(g => new { g.Key.CampaignId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(c => c.CampaignId);
        return [.. all.Select(c => new CampaignLine(c, counts[c.Id].ToDictionary(x => x.State, x => x.Count)))];
    }

    public async Task<Campaign?> Find(WorkspaceId workspace, CampaignId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct);
    }

    public async Task<CampaignOutcome> Add(WorkspaceId workspace, CampaignText wanted, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await Flaw(db, wanted, null, ct) is { } rule)
            return new CampaignOutcome.Refused(rule);
        if (await db.Set<Campaign>().CountAsync(ct) >= Most)
            return new CampaignOutcome.Refused(CampaignRules.TooMany);
        var campaign = new Campaign { Id = CampaignId.New(clock), WorkspaceId = workspace, Name = "", Key = "", Brief = "" };
        Write(campaign, wanted);
        db.Add(campaign);
        return await Save(db, campaign, ct);
    }

    /// <param name="known">The version that was read; null changes whatever is there.</param>
    public async Task<CampaignOutcome> Change(WorkspaceId workspace, CampaignId id, CampaignText wanted, int? known, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return new CampaignOutcome.Refused(CampaignRules.Missing);
        if (known is { } version && version != campaign.Version)
            return new CampaignOutcome.Refused(CampaignRules.ChangedMeanwhile);
        if (await Flaw(db, wanted, id, ct) is { } rule)
            return new CampaignOutcome.Refused(rule);
        Write(campaign, wanted);
        campaign.Version++;
        return await Save(db, campaign, ct);
    }

    /// <summary>Takes a campaign away; its posts stay, in none. What is returned can be given to <see cref="Restore"/>; null when there is no such campaign.</summary>
    public async Task<RemovedCampaign?> Remove(WorkspaceId workspace, CampaignId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return null;
        var posts = await db.Set<Post>().Where(p => p.CampaignId == id).Select(p => p.Id).ToListAsync(ct);
        db.Remove(campaign);
        try
        {
            await db.SaveChangesAsync(ct);
            return new RemovedCampaign(campaign, posts);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody took it away, or changed it, at the same moment: it is theirs.
            return null;
        }
    }

    /// <summary>Brings a campaign back to those of its posts that are in no other one by now.</summary>
    public async Task<CampaignOutcome> Restore(RemovedCampaign removed, CancellationToken ct)
    {
        var campaign = removed.Campaign;
        await using var db = database.Open(campaign.WorkspaceId);
        if (await db.Set<Campaign>().AnyAsync(c => c.Key == campaign.Key || c.Id == campaign.Id, ct))
            return new CampaignOutcome.Refused(CampaignRules.NameTaken);
        db.Add(campaign);
        foreach (var post in await db.Set<Post>().Where(p => removed.Posts.Contains(p.Id) && p.CampaignId == null).ToListAsync(ct))
            post.Join(campaign.Id, clock.GetUtcNow());
        return await Save(db, campaign, ct);
    }

    private static void Write(Campaign campaign, CampaignText wanted)
    {
        (campaign.Name, campaign.Key) = (wanted.TidyName, Label.KeyOf(wanted.TidyName));
        (campaign.Brief, campaign.Color, campaign.First, campaign.Last) = (wanted.TidyBrief, wanted.Color, wanted.First, wanted.Last);
    }

    private static async Task<string?> Flaw(DirectinoContext db, CampaignText wanted, CampaignId? except, CancellationToken ct)
    {
        if (wanted.Flaw is { } rule)
            return rule;
        var key = Label.KeyOf(wanted.TidyName);
        return await db.Set<Campaign>().AnyAsync(c => c.Key == key && c.Id != except, ct) ? CampaignRules.NameTaken : null;
    }

    private async Task<CampaignOutcome> Save(DirectinoContext db, Campaign campaign, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new CampaignOutcome.Done(campaign);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new CampaignOutcome.Refused(CampaignRules.ChangedMeanwhile);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the name at the same moment: the index says so, and here is whether it was that.
            await using var fresh = database.Open(campaign.WorkspaceId);
            if (await fresh.Set<Campaign>().AnyAsync(c => c.Key == campaign.Key && c.Id != campaign.Id, ct))
                return new CampaignOutcome.Refused(CampaignRules.NameTaken);
            throw;
        }
    }
}

/// <summary>A campaign with how many of its posts stand where.</summary>
public sealed record CampaignLine(Campaign Campaign, IReadOnlyDictionary<PostState, int> Posts)
{
    public int Count => Posts.Values.Sum();

    public int Published => Posts.GetValueOrDefault(PostState.Published);
}

/// <summary>A campaign that was taken away, with the posts that were in it.</summary>
public sealed record RemovedCampaign(Campaign Campaign, IReadOnlyList<PostId> Posts);
