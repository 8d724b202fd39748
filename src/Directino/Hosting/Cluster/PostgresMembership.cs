using System.Data;
using System.Globalization;
using System.Net;
using Npgsql;
using Orleans;
using Orleans.Runtime;

namespace Directino.Hosting.Cluster;

/// <summary>
/// The cluster's membership, kept in our own PostgreSQL: one row with the version of the table, one row per silo. Every
/// change first moves the version by compare-and-set, so that of two silos that saw the same table one loses and looks again.
/// </summary>
internal sealed class PostgresMembership(NpgsqlDataSource source) : IMembershipTable
{
    private const string Cluster = "directino";

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        await using var command = source.CreateCommand(
            """
            SELECT pg_advisory_lock(7201);
            CREATE TABLE IF NOT EXISTS cluster_versions (cluster text PRIMARY KEY, version int NOT NULL);
            CREATE TABLE IF NOT EXISTS cluster_silos (
              cluster text NOT NULL, address text NOT NULL, status int NOT NULL, suspects text NOT NULL, host text NOT NULL,
              name text NOT NULL, role text NOT NULL, proxy_port int NOT NULL, started timestamptz NOT NULL, alive timestamptz NOT NULL,
              etag text NOT NULL, PRIMARY KEY (cluster, address));
            INSERT INTO cluster_versions VALUES ('directino', 0) ON CONFLICT DO NOTHING;
            SELECT pg_advisory_unlock(7201);
            """);
        await command.ExecuteNonQueryAsync();
    }

    public async Task DeleteMembershipTableEntries(string clusterId)
    {
        await using var command = source.CreateCommand("DELETE FROM cluster_silos WHERE cluster = $1");
        command.Parameters.Add(new() { Value = Cluster });
        await command.ExecuteNonQueryAsync();
    }

    public async Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
    {
        await using var command = source.CreateCommand("DELETE FROM cluster_silos WHERE cluster = $1 AND status = $2 AND alive < $3");
        command.Parameters.Add(new() { Value = Cluster });
        command.Parameters.Add(new() { Value = (int)SiloStatus.Dead });
        command.Parameters.Add(new() { Value = beforeDate.ToUniversalTime() });
        await command.ExecuteNonQueryAsync();
    }

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Read(key);

    public Task<MembershipTableData> ReadAll() => Read(null);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => Change(
        """
        INSERT INTO cluster_silos (cluster, address, status, suspects, host, name, role, proxy_port, started, alive, etag)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING
        """, entry, tableVersion, null);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => Change(
        """
        UPDATE cluster_silos SET status = $3, suspects = $4, host = $5, name = $6, role = $7, proxy_port = $8, started = $9, alive = $10, etag = $11
        WHERE cluster = $1 AND address = $2 AND etag = $12
        """, entry, tableVersion, etag);

    public async Task UpdateIAmAlive(MembershipEntry entry)
    {
        await using var command = source.CreateCommand("UPDATE cluster_silos SET alive = $3 WHERE cluster = $1 AND address = $2");
        command.Parameters.Add(new() { Value = Cluster });
        command.Parameters.Add(new() { Value = entry.SiloAddress.ToParsableString() });
        command.Parameters.Add(new() { Value = DateTime.SpecifyKind(entry.IAmAliveTime, DateTimeKind.Utc) });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> Change(string statement, MembershipEntry entry, TableVersion version, string? etag)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await using (var move = new NpgsqlCommand("UPDATE cluster_versions SET version = $2 WHERE cluster = $1 AND version = $3", connection, transaction))
        {
            move.Parameters.Add(new() { Value = Cluster });
            move.Parameters.Add(new() { Value = version.Version });
            move.Parameters.Add(new() { Value = version.Version - 1 });
            if (await move.ExecuteNonQueryAsync() == 0)
                return false;
        }

        await using var change = new NpgsqlCommand(statement, connection, transaction);
        object[] values =
        [
            Cluster, entry.SiloAddress.ToParsableString(), (int)entry.Status, Suspects(entry), entry.HostName ?? "", entry.SiloName ?? "",
            entry.RoleName ?? "", entry.ProxyPort, DateTime.SpecifyKind(entry.StartTime, DateTimeKind.Utc),
            DateTime.SpecifyKind(entry.IAmAliveTime, DateTimeKind.Utc), version.Version.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var value in etag is null ? values : [.. values, etag])
            change.Parameters.Add(new() { Value = value });
        if (await change.ExecuteNonQueryAsync() == 0)
            return false;
        await transaction.CommitAsync();
        return true;
    }

    private async Task<MembershipTableData> Read(SiloAddress? only)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        int version;
        await using (var command = new NpgsqlCommand("SELECT version FROM cluster_versions WHERE cluster = $1", connection, transaction))
        {
            command.Parameters.Add(new() { Value = Cluster });
            version = (int)(await command.ExecuteScalarAsync() ?? 0);
        }

        var silos = new List<Tuple<MembershipEntry, string>>();
        await using (var command = new NpgsqlCommand(
            """
            SELECT address, status, suspects, host, name, role, proxy_port, started, alive, etag
            FROM cluster_silos WHERE cluster = $1 AND ($2::text IS NULL OR address = $2)
            """, connection, transaction))
        {
            command.Parameters.Add(new() { Value = Cluster });
            command.Parameters.Add(new() { Value = (object?)only?.ToParsableString() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                silos.Add(Tuple.Create(Entry(rows), rows.GetString(9)));
        }

        return new MembershipTableData(silos, new TableVersion(version, version.ToString(CultureInfo.InvariantCulture)));
    }

    private static MembershipEntry Entry(NpgsqlDataReader row) => new()
    {
        SiloAddress = SiloAddress.FromParsableString(row.GetString(0)),
        Status = (SiloStatus)row.GetInt32(1),
        SuspectTimes = [.. row.GetString(2).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Suspect)],
        HostName = row.GetString(3),
        SiloName = row.GetString(4),
        RoleName = row.GetString(5),
        ProxyPort = row.GetInt32(6),
        StartTime = row.GetDateTime(7),
        IAmAliveTime = row.GetDateTime(8),
    };

    private static string Suspects(MembershipEntry entry) => string.Join(
        ';', (entry.SuspectTimes ?? []).Select(s => $"{s.Item1.ToParsableString()}|{s.Item2.ToString("O", CultureInfo.InvariantCulture)}"));

    private static Tuple<SiloAddress, DateTime> Suspect(string text)
    {
        var parts = text.Split('|');
        return Tuple.Create(SiloAddress.FromParsableString(parts[0]), DateTime.Parse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }
}
