using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Tokens;

/// <summary>
/// Seals tokens with the workspace's data key (envelope encryption). A sealed value is: version byte, data key id
/// (16 bytes), AES-256-GCM box, bound to its account so that it opens nowhere else.
/// </summary>
public sealed class TokenVault(Database database, MasterKey master, TimeProvider clock)
{
    private const byte Format = 1;
    private readonly ConcurrentDictionary<DataKeyId, byte[]> _opened = new();

    public async Task<byte[]> Seal(WorkspaceId workspace, AccountId account, string token, CancellationToken ct)
    {
        var (id, key) = await CurrentKey(workspace, ct);
        var box = MasterKey.Seal(key, Encoding.UTF8.GetBytes(token), account.Value.ToByteArray());
        return [Format, .. id.Value.ToByteArray(), .. box];
    }

    public async Task<string> Open(WorkspaceId workspace, AccountId account, byte[] value, CancellationToken ct)
    {
        if (value.Length < 17 || value[0] != Format)
            throw new CryptographicException("The sealed token has an unknown format.");
        var id = DataKeyId.Of(new Guid(value.AsSpan(1, 16)));
        var key = _opened.TryGetValue(id, out var known) ? known : await Load(workspace, id, ct);
        return Encoding.UTF8.GetString(MasterKey.Open(key, value.AsSpan(17), account.Value.ToByteArray()));
    }

    private async Task<(DataKeyId Id, byte[] Key)> CurrentKey(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var newest = await db.Set<DataKey>().OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(ct);
        if (newest is not null)
            return (newest.Id, Unwrap(newest));

        var key = RandomNumberGenerator.GetBytes(32);
        var row = new DataKey
        {
            Id = DataKeyId.New(clock),
            WorkspaceId = workspace,
            Wrapped = master.Seal(key, workspace.Value.ToByteArray()),
            MasterVersion = master.Version,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        _opened[row.Id] = key;
        return (row.Id, key);
    }

    private async Task<byte[]> Load(WorkspaceId workspace, DataKeyId id, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return Unwrap(await db.Set<DataKey>().SingleAsync(k => k.Id == id, ct));
    }

    private byte[] Unwrap(DataKey row) =>
        _opened.GetOrAdd(row.Id, _ => master.Open(row.Wrapped, row.WorkspaceId.Value.ToByteArray()));
}
