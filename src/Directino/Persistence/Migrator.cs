using Directino.Hosting;
using Microsoft.EntityFrameworkCore;
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

    public async Task Migrate(CancellationToken ct)
    {
        await using var context = factory.Create();
        if (database.Value.Provider == DatabaseProvider.Sqlite)
        {
            LockFolder();
            if (await context.Database.CanConnectAsync(ct))
                await ForgetInterruptedMigration(context, ct);
        }

        // Asking what is missing is quick; migrating compares whole models, even where there is nothing to do.
        if ((await context.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await using var alone = factory.CreateAlone();
            await alone.Database.MigrateAsync(ct);
        }
    }

    public void Dispose() => _folderLock?.Dispose();

    private void LockFolder()
    {
        if (_folderLock is not null)
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
