using Directino.Accounts;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Tells from the ledger what its acts asked of Instagram.</summary>
internal sealed class StoryCalls(ContainerMaking making, IReadOnlyDictionary<MediaItemId, MediaItem> media, IReadOnlyDictionary<AccountId, ConnectedAccount> accounts)
{
    private const int LongestValue = 200;

    /// <summary>With what their requests name, as far as it is still there.</summary>
    public static async Task<StoryCalls> Of(IReadOnlyList<Act> acts, ContainerMaking making, DirectinoContext db, CancellationToken ct)
    {
        var named = acts.Where(a => a.Kind == PostWork.CreateContainer).SelectMany(a => Files(LedgerJson.Read<ContainerOrder>(a))).Distinct().ToList();
        var owners = acts.Select(a => a.AccountId).Distinct().ToList();
        return new StoryCalls(
            making,
            await db.Set<MediaItem>().AsNoTracking().Where(m => named.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct),
            await db.Set<ConnectedAccount>().AsNoTracking().Where(a => owners.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct));
    }

    /// <summary>Null when what it was about is gone.</summary>
    public StoryCall? Of(Act act) => !accounts.TryGetValue(act.AccountId, out var account) ? null : act.Kind switch
    {
        PostWork.CreateContainer => Container(LedgerJson.Read<ContainerOrder>(act), account),
        PostWork.Publish => new("POST", $"/{account.InstagramId}/media_publish", [new("creation_id", LedgerJson.Read<PublishRequest>(act).Container)]),
        PostWork.FirstComment => Comment(LedgerJson.Read<FirstCommentRequest>(act)),
        PostWork.CloseComments => new("POST", $"/{LedgerJson.Read<CloseCommentsRequest>(act).Media}", [new("comment_enabled", "false")]),
        PostWork.Delete => new("DELETE", $"/{LedgerJson.Read<DeleteMediaRequest>(act).Media}", []),
        _ => null,
    };

    private static StoryCall Comment(FirstCommentRequest request) => new("POST", $"/{request.Media}/comments", [new("message", Cut(request.Text))]);

    private StoryCall? Container(ContainerOrder order, ConnectedAccount account)
    {
        if (!Files(order).All(media.ContainsKey))
            return null;
        var form = making.Request(order, media, account.Login).Form;
        return new("POST", $"/{account.InstagramId}/media", [.. form.Select(f => new StoryField(f.Key, NameOf(f.Key, order) ?? Cut(f.Value)))]);
    }

    /// <summary>The name of the file that is behind a link.</summary>
    private string? NameOf(string parameter, ContainerOrder order) => parameter switch
    {
        "image_url" or "video_url" => media[order.Content.Items[order.Position ?? 0].Media].FileName,
        "cover_url" => media[order.Content.Options.Cover!.Value].FileName,
        _ => null,
    };

    private static IEnumerable<MediaItemId> Files(ContainerOrder order) =>
        order.Content.Options.Cover is { } cover ? order.Content.Items.Select(i => i.Media).Append(cover) : order.Content.Items.Select(i => i.Media);

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
