using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Ledger;

/// <summary>Members by their own names. Only those of this workspace: a foreign person's id names nobody.</summary>
internal sealed class MemberNames : ICauseNames
{
    public CauseKind Kind => CauseKind.Member;

    public async Task<IReadOnlyDictionary<Guid, string>> Of(DirectinoContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        PersonId[] wanted = [.. ids.Select(PersonId.Of)];
        var members = await db.Set<Membership>().Where(m => wanted.Contains(m.PersonId)).Select(m => m.PersonId).ToListAsync(ct);
        Guid[] known = [.. members.Select(m => m.Value)];
        return await db.Set<Person>().Where(p => known.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
    }
}
