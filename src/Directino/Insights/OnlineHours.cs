using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

/// <summary>How many followers were on line in each hour of one of Instagram's days; or why that is not known. What was told once stays when a later question fails.</summary>
public sealed class OnlineHours : IWorkspaceRow
{
    private const char Between = ',';

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Twenty-four counts in the order of the hours; one that was not told is empty, never 0. Null when none was.</summary>
    [NotPersonal("How many, never who.")]
    public string? Counts { get; private set; }

    /// <summary>Null exactly when there are <see cref="Counts"/>.</summary>
    public NumberGap? Missing { get; private set; } = NumberGap.NotRead;

    /// <summary>When they were told; of a missing day, when it was missed.</summary>
    public DateTimeOffset FetchedAt { get; private set; }

    /// <summary>When the day was last asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    public void Take(IReadOnlyDictionary<int, long>? told, NumberGap otherwise, DateTimeOffset now)
    {
        AskedAt = now;
        var counts = told is { Count: > 0 }
            ? string.Join(Between, Enumerable.Range(0, 24).Select(h => told.TryGetValue(h, out var count) ? count.ToString(CultureInfo.InvariantCulture) : ""))
            : null;
        if (counts is null && Counts is not null)
            return;
        (Counts, Missing, FetchedAt) = (counts, counts is null ? otherwise : null, now);
    }

    /// <summary>Counts as they are kept, by hour.</summary>
    public static IReadOnlyList<long?> Read(string counts) =>
        [.. counts.Split(Between).Select(c => c.Length == 0 ? (long?)null : long.Parse(c, CultureInfo.InvariantCulture))];
}

internal sealed class OnlineHoursConfiguration : IEntityTypeConfiguration<OnlineHours>
{
    public void Configure(EntityTypeBuilder<OnlineHours> builder)
    {
        builder.ToTable("online_hours");
        builder.HasKey(o => new { o.AccountId, o.Day });
        builder.Property(o => o.Counts).HasMaxLength(500);
        builder.HasIndex(o => o.WorkspaceId);
    }
}
