using Directino.Hosting;
using Directino.Mail;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Accounts.Connecting;

/// <summary>Tells a workspace's owners, each in their language, what only they can mend.</summary>
internal sealed partial class OwnerLetters(Postman postman, IOptions<HostingOptions> hosting, TimeProvider clock, ILogger<OwnerLetters> logger)
{
    public Task TellTokenEnds(ConnectedAccount account, int daysLeft, DirectinoContext db, CancellationToken ct) =>
        Tell(account, db, (to, language) => Letters.TokenEnds(to, language, account.Username, daysLeft, Link), ct);

    /// <summary>Once per loss: connecting again clears it.</summary>
    public async Task TellLoginNeeded(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (account.LoginAskedAt is not null)
            return;
        account.LoginAskedAt = clock.GetUtcNow();
        await Tell(account, db, (to, language) => Letters.LoginNeeded(to, language, account.Username, Link), ct);
    }

    private Uri? Link => hosting.Value.PublicUrl is { Length: > 0 } url ? new Uri(new Uri(url.TrimEnd('/') + "/"), "accounts") : null;

    private async Task Tell(ConnectedAccount account, DirectinoContext db, Func<string, string?, Letter> write, CancellationToken ct)
    {
        var owners = await db.Set<Membership>().Where(m => m.Role == Role.Owner).Select(m => m.PersonId).ToListAsync(ct);
        var ids = owners.Select(o => o.Value).ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Email, p.Language }).ToListAsync(ct);
        foreach (var person in people.Where(p => p.Email is { } email && !email.EndsWith(".invalid", StringComparison.Ordinal)))
        {
            try
            {
                await postman.Send(write(person.Email!, person.Language) with { Workspace = account.WorkspaceId.Value }, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                // The account page says the same; a mail server that is down must not keep the account from being marked.
                LogNotSent(error, account.Id);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The owners of account {Account} could not be told by mail")]
    private partial void LogNotSent(Exception error, AccountId account);
}
