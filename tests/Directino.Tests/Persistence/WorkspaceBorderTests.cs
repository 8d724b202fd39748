using System.Reflection;
using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Directino.Tests.Persistence;

/// <summary>Tenants are apart: held for every table that exists, not for those somebody thought of.</summary>
public sealed class WorkspaceBorderTests
{
    [Fact]
    public async Task No_query_of_any_table_crosses_into_another_workspace()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var mine = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        List<string> crossed = [];
        List<string> unfiltered = [];
        foreach (var type in RowTypes(mine))
        {
            await using var seeding = studio.Database.OpenEverywhere();
            var sql = await InsertForeign(seeding, type, mine, other);
            await using var db = mine.Open();
            if (await CountOf(db, type) != (type.ClrType == typeof(Workspace) || type.ClrType == typeof(Membership) ? 1 : 0))
                crossed.Add(type.ClrType.Name);
            await using var theirs = other.Open();
            if (await CountOf(theirs, type) == 0)
                unfiltered.Add($"{type.ClrType.Name}: nothing was planted ({sql})");
        }

        crossed.ShouldBeEmpty();
        unfiltered.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_belongs_to_a_workspace_or_says_why_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        await using var db = studio.Database.OpenEverywhere();
        db.Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.ClrType)
            .Where(t => t.Assembly == typeof(DirectinoContext).Assembly)
            .Where(t => !t.IsAssignableTo(typeof(IWorkspaceRow)) && t.GetCustomAttribute<PlatformRowAttribute>() is null)
            .Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Saving_a_row_of_another_workspace_is_refused()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var mine = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        await using var db = mine.Open();
        db.Add(new DueItem
        {
            Id = DueId.New(studio.Clock), WorkspaceId = other.Id, Kind = "x", SubjectId = Guid.CreateVersion7(), DueAt = studio.Clock.GetUtcNow(), Lane = 0,
        });
        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken))).Message.ShouldContain("DueItem");
    }

    [Fact]
    public async Task A_row_of_another_workspace_that_was_got_hold_of_cannot_be_changed_or_deleted()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var mine = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        await using var everywhere = studio.Database.OpenEverywhere();
        var theirs = await everywhere.Set<Workspace>().AsNoTracking().SingleAsync(w => w.Id == other.Id, TestContext.Current.CancellationToken);
        await using var db = mine.Open();
        db.Update(theirs);
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        db.ChangeTracker.Clear();
        db.Remove(theirs);
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_context_without_a_workspace_sees_nothing()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        await studio.OpenWorkspace();
        await using var db = studio.Get<DirectinoContextFactory>().Create();
        (await db.Set<Workspace>().AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    private static List<IEntityType> RowTypes(TestWorkspace workspace)
    {
        using var db = workspace.Open();
        return [.. db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IWorkspaceRow)))];
    }

    private static async Task<int> CountOf(DirectinoContext db, IEntityType type) =>
        await (Task<int>)typeof(WorkspaceBorderTests).GetMethod(nameof(Count), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.ClrType).Invoke(null, [db])!;

    private static Task<int> Count<T>(DirectinoContext db) where T : class => db.Set<T>().CountAsync(TestContext.Current.CancellationToken);

    /// <summary>Plants a row of the other workspace by its columns alone, so that a new table needs no line here.</summary>
    private static async Task<string> InsertForeign(DirectinoContext db, IEntityType type, TestWorkspace mine, TestWorkspace other)
    {
        if (type.ClrType == typeof(Workspace) || type.ClrType == typeof(Membership))
            return "planted with the workspace";
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var isSqlite = !TestDatabase.IsPostgres;
        // References are not followed here: the border is about the row's own workspace.
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var loosen = connection.CreateCommand();
        loosen.CommandText = isSqlite ? "PRAGMA foreign_keys=OFF" : "SET session_replication_role = replica";
        await loosen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var insert = connection.CreateCommand();
        List<string> names = [], values = [];
        foreach (var property in type.GetProperties())
        {
            if (property.IsNullable && property.Name != nameof(IWorkspaceRow.WorkspaceId))
                continue;
            if (property.ValueGenerated != ValueGenerated.Never && property.ClrType == typeof(long))
                continue;
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@p{names.Count}";
            var value = property.Name == nameof(IWorkspaceRow.WorkspaceId) ? other.Id : Sample(property.ClrType);
            parameter.Value = property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
            if (isSqlite && parameter.Value is Guid guid)
                parameter.Value = guid.ToString().ToUpperInvariant();
            names.Add($"\"{property.GetColumnName(table)}\"");
            values.Add(parameter.ParameterName);
            insert.Parameters.Add(parameter);
        }

        insert.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
        await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return insert.CommandText;
    }

    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)))
            return type.GetMethod("Of", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [Guid.CreateVersion7()])!;
        return type switch
        {
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => Array.CreateInstance(type.GenericTypeArguments[0], 0),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
            _ when type == typeof(string) => "x",
            _ when type == typeof(byte[]) => new byte[] { 1 },
            _ when type == typeof(Guid) => Guid.CreateVersion7(),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 1),
            _ when type == typeof(TimeSpan) => TimeSpan.FromHours(1),
            _ when type == typeof(PostSorting) => PostSorting.None,
            _ => Activator.CreateInstance(type)!,
        };
    }
}
