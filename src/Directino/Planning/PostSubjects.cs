using Directino.Accounts;
using Directino.Notifications;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>A post by its first words, its account and its time, for notifications.</summary>
internal sealed class PostSubjects : INotificationSubjects
{
    public bool Knows(NotificationKind kind) => kind.IsAboutPost();

    public async Task<IReadOnlyDictionary<Guid, NotificationSubject>> Of(IReadOnlyCollection<Guid> ids, DirectinoContext db, CancellationToken ct)
    {
        PostId[] wanted = [.. ids.Select(PostId.Of)];
        var posts = await (
            from post in db.Set<Post>()
            where wanted.Contains(post.Id)
            join account in db.Set<ConnectedAccount>() on post.AccountId equals (AccountId?)account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            select new { post.Id, post.Caption, post.At, Username = account == null ? null : account.Username, Zone = account == null ? null : account.TimeZone }).ToListAsync(ct);
        return posts.ToDictionary(p => p.Id.Value, p => new NotificationSubject(
            PostNames.FirstWords(p.Caption) is { Length: > 0 } words ? words : null, p.Username, p.At, p.Zone, $"plan/posts/{p.Id}"));
    }
}
