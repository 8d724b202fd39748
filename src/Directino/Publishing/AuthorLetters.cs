using Directino.Accounts;
using Directino.Hosting;
using Directino.Mail;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Publishing;

/// <summary>Tells who scheduled a post, in their language, what stands in its way.</summary>
internal sealed partial class AuthorLetters(Postman postman, IOptions<HostingOptions> hosting, ILogger<AuthorLetters> logger)
{
    public async Task TellTrouble(Post post, ConnectedAccount account, string rule, DirectinoContext db, CancellationToken ct)
    {
        var author = (post.ScheduledBy ?? post.CreatedBy).Value;
        var person = await db.Set<Person>().AsNoTracking().Where(p => p.Id == author).Select(p => new { p.Email, p.Language }).FirstOrDefaultAsync(ct);
        if (person?.Email is not { } email || email.EndsWith(".invalid", StringComparison.Ordinal))
            return;
        var slot = LocalTime.Of(post.Slot!.Value, LocalTime.Zone(account.TimeZone));
        try
        {
            await postman.Send(Letters.PostInTrouble(email, person.Language, account.Username, slot, rule, Link(post)) with { Workspace = post.WorkspaceId.Value }, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // The post says the same; a mail server that is down must not keep it from being marked.
            LogNotSent(error, post.Id);
        }
    }

    private Uri? Link(Post post) =>
        hosting.Value.PublicUrl is { Length: > 0 } url ? new Uri(new Uri(url.TrimEnd('/') + "/"), $"plan/posts/{post.Id}") : null;

    [LoggerMessage(LogLevel.Error, "The author of post {Post} could not be told by mail")]
    private partial void LogNotSent(Exception error, PostId post);
}
