using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Finds places by their name for the location of a post (API reference, discovery section 7). Nothing of it is kept.</summary>
public sealed class PlaceSearch(Database database, InstagramClient instagram, AccountAccess access, Gate gate)
{
    public async Task<PlaceOutcome> Find(WorkspaceId workspace, AccountId id, string words, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return new PlaceOutcome.NotThere();
        if (gate.MayRead(account, Capability.Publish) is { } refusal)
            return new PlaceOutcome.Refused(refusal.Rule);
        if (await access.For(account, ct) is not { } token)
            return new PlaceOutcome.Refused(GateRules.Disconnected);
        try
        {
            return new PlaceOutcome.Found(await instagram.Places.Search(token, words, ct));
        }
        catch (InstagramException error)
        {
            return new PlaceOutcome.Refused(PublishingReasons.Of(error));
        }
    }
}

/// <summary>What became of a search for a place.</summary>
public abstract record PlaceOutcome
{
    private PlaceOutcome() { }

    public sealed record Found(IReadOnlyList<Place> Places) : PlaceOutcome;

    /// <summary>Instagram could not be asked, or said no.</summary>
    public sealed record Refused(string Rule) : PlaceOutcome;

    public sealed record NotThere : PlaceOutcome;
}
