using System.ComponentModel.DataAnnotations;

namespace Directino.Persistence;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database holds everything. Default: SQLite, a file in the data folder.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of PostgreSQL, or of SQLite to place the file elsewhere. Default for SQLite: <c>directino.db</c> in the data folder.</summary>
    public string? ConnectionString { get; set; }
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
