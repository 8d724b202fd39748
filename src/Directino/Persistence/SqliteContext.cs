using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Directino.Persistence;

/// <summary>SQLite neither orders nor compares <see cref="DateTimeOffset"/>, so instants are kept as UTC ticks.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DirectinoContext(options)
{
    private bool _hasTurn;

    /// <summary>Shared by all who write to the same file.</summary>
    public WriteTurn Turn { private get; init; } = new();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // In a transaction the file is this context's already.
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await TakeTurn(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            GiveTurn();
        }
    }

    internal async Task TakeTurn(CancellationToken ct)
    {
        await Turn.Take(ct);
        _hasTurn = true;
    }

    internal void GiveTurn()
    {
        if (!_hasTurn)
            return;
        _hasTurn = false;
        Turn.Give();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
