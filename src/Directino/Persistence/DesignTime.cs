using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Directino.Persistence;

/// <summary>How the migration tool opens each context; no database is touched.</summary>
public sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention().Options);
}

public sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
