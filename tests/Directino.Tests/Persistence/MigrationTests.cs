using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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

    /// <summary>The model cannot say it: <c>./migrate</c> adds it.</summary>
    [Fact]
    public async Task PostgreSQL_does_not_try_to_pack_bodies_that_were_packed_where_it_pays()
    {
        await using var context = new DesignTimePostgres().CreateDbContext([]);
        context.GetService<IMigrator>().GenerateScript().ShouldContain("ALTER TABLE intake_events ALTER COLUMN payload SET STORAGE EXTERNAL");
    }
}
