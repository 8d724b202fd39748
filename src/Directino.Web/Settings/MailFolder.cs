using Directino.Accounts;
using Directino.Mail;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Settings;

/// <summary>
/// Mails of the folder that a visitor may read: their own, and those that are the workspace's business. A letter that sets
/// a password or makes an owner is not for everybody who manages.
/// </summary>
public sealed class MailFolder(Postman postman, Database database)
{
    public async Task<IReadOnlyList<DroppedMail>> Of(Visitor visitor, CancellationToken ct)
    {
        await using var db = database.Open(visitor.Workspace);
        var own = await db.Set<Person>().Where(p => p.Id == visitor.Person.Value).Select(p => p.Email).SingleAsync(ct);
        var mails = await postman.ReadFolder(500, ct);
        return
        [
            .. mails.Where(m => m.To.Equals(own, StringComparison.OrdinalIgnoreCase)
                || (m.Workspace == visitor.Workspace.Value && (!m.ForOwners || visitor.Role == Role.Owner))).Take(100),
        ];
    }
}
