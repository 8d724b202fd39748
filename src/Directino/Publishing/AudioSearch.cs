using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Instagram's catalogue of music and original sounds, asked while somebody chooses one for a reel (API reference, publishing section 12). Nothing of it is kept.</summary>
public sealed class AudioSearch(Database database, InstagramClient instagram, AccountAccess access, Gate gate)
{
    /// <summary>Sounds by words of their title or artist; without words, what is trending.</summary>
    public Task<AudioOutcome> Find(WorkspaceId workspace, AccountId id, AudioKind kind, string? words, string? after, CancellationToken ct) => Ask(workspace, id, async token =>
    {
        var page = await instagram.Audio.Search(token, kind, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), after, ct);
        return new AudioOutcome.Found(page.Items, page.After);
    }, ct);

    /// <summary>Whether Instagram has said that it no longer has a sound. Trouble on the way, or a refusal without such words, does not say so.</summary>
    public async Task<bool> IsGone(WorkspaceId workspace, AccountId id, string audio, CancellationToken ct) =>
        await Ask(workspace, id, async token => new AudioOutcome.Found([await instagram.Audio.Get(token, audio, ct)], null), ct) is AudioOutcome.Refused { Rule: PublishingReasons.AudioGone };

    /// <summary>Why the account has no catalogue, as far as that can be said without asking; null when it has.</summary>
    public static string? Rule(ConnectedAccount account) =>
        PostCheck.RuleOf(PublishingOptions.Of(PublishingOption.Audio, ContainerKind.Reel, account.Login).Denial) ?? Gate.Standing(account, Capability.Publish)?.Rule;

    private async Task<AudioOutcome> Ask(WorkspaceId workspace, AccountId id, Func<InstagramAccess, Task<AudioOutcome>> ask, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account)
            return new AudioOutcome.NotThere();
        if (Rule(account) is { } rule)
            return new AudioOutcome.Refused(rule);
        if (gate.MayRead(account, Capability.Publish) is { } refusal)
            return new AudioOutcome.Refused(refusal.Rule);
        if (await access.For(account, ct) is not { } token)
            return new AudioOutcome.Refused(GateRules.Disconnected);
        try
        {
            return await ask(token);
        }
        catch (ObjectGoneException)
        {
            return new AudioOutcome.Refused(PublishingReasons.AudioGone);
        }
        catch (InstagramException error)
        {
            return new AudioOutcome.Refused(PublishingReasons.Of(error));
        }
    }
}

/// <summary>What became of a look into the catalogue.</summary>
public abstract record AudioOutcome
{
    private AudioOutcome() { }

    /// <param name="After">Where the next page begins; null at the end.</param>
    public sealed record Found(IReadOnlyList<CatalogAudio> Sounds, string? After) : AudioOutcome;

    /// <summary>It may not, Instagram could not be asked, or said no.</summary>
    public sealed record Refused(string Rule) : AudioOutcome;

    public sealed record NotThere : AudioOutcome;
}
