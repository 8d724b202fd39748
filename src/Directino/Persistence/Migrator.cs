using Directino.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace Directino.Persistence;

/// <summary>
/// Brings the tables up to date at start. On PostgreSQL the migration's own lock lets one of several processes do it;
/// on SQLite the folder is locked for as long as the program runs, since a second writer would break its promises.
/// </summary>
public sealed class Migrator(
    DirectinoContextFactory factory, IOptions<DatabaseOptions> database, IOptions<HostingOptions> hosting) : IDisposable
{
    private FileStream? _folderLock;

    /// <summary>Nobody else uses the folder from now on.</summary>
    /// <exception cref="FolderInUseException">Somebody does.</exception>
    public void TakeFolder()
    {
        if (_folderLock is not null || database.Value.Provider != DatabaseProvider.Sqlite)
            return;
        Directory.CreateDirectory(hosting.Value.DataFolder);
        try
        {
            _folderLock = new FileStream(
                Path.Combine(hosting.Value.DataFolder, "directino.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new FolderInUseException(Path.GetFullPath(hosting.Value.DataFolder));
        }
    }

    public async Task Migrate(CancellationToken ct)
    {
        TakeFolder();
        await using var context = factory.Create();
        if (database.Value.Provider == DatabaseProvider.Sqlite && await context.Database.CanConnectAsync(ct))
            await ForgetInterruptedMigration(context, ct);

        // Told up to which one, it does not compare whole models first. The newest of all: up to an older one, it would take newer ones back.
        if ((await context.Database.GetPendingMigrationsAsync(ct)).Any())
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().Last(), ct);
    }

    public void Dispose() => _folderLock?.Dispose();

    /// <summary>A program killed while migrating leaves the lock row behind; holding the folder, we know that nobody else means it.</summary>
    private static async Task ForgetInterruptedMigration(DirectinoContext context, CancellationToken ct)
    {
        var table = await context.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (table > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }
}

/// <summary>Another Directino uses the data folder.</summary>
public sealed class FolderInUseException(string folder)
    : Exception($"Another Directino is already using the folder {folder}. Stop it, or give this one its own with Hosting:DataFolder.");
