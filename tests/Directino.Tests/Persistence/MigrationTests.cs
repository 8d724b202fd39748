using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Persistence;

[Trait("needs", "no database")]
public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["SQLite", "PostgreSQL"];

    /// <summary>A start does not compare them, so that it is quick.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Migrations_make_the_tables_that_the_model_has(string provider)
    {
        await using DirectinoContext context = provider == "SQLite" ? new DesignTimeSqlite().CreateDbContext([]) : new DesignTimePostgres().CreateDbContext([]);
        context.Database.HasPendingModelChanges().ShouldBeFalse("./migrate makes them anew");
    }
}
