using System.Security.Claims;
using Directino.Accounts;
using Directino.Accounts.Keys;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Directino.Web.Access;

/// <summary>Turns a signed-in principal into a <see cref="Visitor"/>. Remembers a role for a few seconds; a change of role forgets it.</summary>
public sealed class Visitors(Database database, IMemoryCache cache)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);

    /// <summary>Null when nobody is signed in, or the person is no longer a member.</summary>
    public async Task<Visitor?> Of(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (!PersonId.TryParse(principal?.FindFirstValue(VisitorClaims.Person), null, out var person)
            || !WorkspaceId.TryParse(principal?.FindFirstValue(VisitorClaims.Workspace), null, out var workspace))
            return null;
        var role = await cache.GetOrCreateAsync(Key(workspace, person), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Memory;
            await using var db = database.Open(workspace);
            return await db.Set<Membership>().Where(m => m.PersonId == person).Select(m => (Role?)m.Role).FirstOrDefaultAsync(ct);
        });
        return role is { } known ? Through(KeyOf(principal!), person, workspace, known) : null;
    }

    private static Visitor Through(VisitorKey? key, PersonId person, WorkspaceId workspace, Role role) =>
        new(person, workspace, key is not null && role.MayLend(key.Role) ? key.Role : role) { Key = key };

    private static VisitorKey? KeyOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(VisitorClaims.Key) is { } id
            ? new VisitorKey(ApiKeyId.Parse(id, provider: null), principal.FindFirstValue(VisitorClaims.KeyName)!, Enum.Parse<Role>(principal.FindFirstValue(VisitorClaims.KeyRole)!))
            : null;

    public void Forget(WorkspaceId workspace, PersonId person) => cache.Remove(Key(workspace, person));

    private static (string, WorkspaceId, PersonId) Key(WorkspaceId workspace, PersonId person) => ("role", workspace, person);
}
