using System.Security.Claims;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Directino.Web.Access;

/// <summary>Whether a visit still holds: the person exists, has not ended it elsewhere, and belongs to the workspace.</summary>
public sealed class SessionCheck(Database database, IMemoryCache cache, Visitors visitors, Members members)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(20);

    public async Task<bool> IsAlive(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!PersonId.TryParse(principal.FindFirstValue(VisitorClaims.Person), null, out var person))
            return false;
        var stamp = await cache.GetOrCreateAsync(Key(person), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Memory;
            await using var db = database.OpenEverywhere();
            return await db.Set<Person>().Where(p => p.Id == person.Value).Select(p => p.SecurityStamp).FirstOrDefaultAsync(ct);
        });
        return stamp is not null && stamp == principal.FindFirstValue(VisitorClaims.Stamp);
    }

    /// <summary>For the cookie: ends a visit that no longer holds; moves one whose workspace was lost to another of the person's.</summary>
    public async Task Validate(CookieValidatePrincipalContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        if (context.Principal is not { } principal || !await IsAlive(principal, ct))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        if (await visitors.Of(principal, ct) is not null)
            return;
        var person = PersonId.Parse(principal.FindFirstValue(VisitorClaims.Person)!, provider: null);
        if (await members.WorkspacesOf(person, ct) is not [var place, ..])
            return;
        await using var db = database.OpenEverywhere();
        context.ReplacePrincipal(Sessions.Principal(await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == person.Value, ct), place.Id));
        context.ShouldRenew = true;
    }

    public void Forget(PersonId person) => cache.Remove(Key(person));

    private static (string, PersonId) Key(PersonId person) => ("stamp", person);
}
