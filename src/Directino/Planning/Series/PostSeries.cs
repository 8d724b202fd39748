using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Campaigns;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Series;

/// <summary>
/// A post that is repeated by a rule. Some weeks ahead its days become ordinary posts (<see cref="SeriesKeeper"/>); what is said here holds for
/// those that nobody changed by hand.
/// </summary>
public sealed class PostSeries : IWorkspaceRow
{
    public required SeriesId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>What each of its posts says; its texts may have variables.</summary>
    [Personal(PersonalCategory.AccountContent, "To publish again what its author wanted repeated.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public required PostContent Content { get; set; }

    /// <summary>What it shows, so that the library knows that it is needed.</summary>
    public required IReadOnlyList<MediaItemId> Media { get; set; }

    public required IReadOnlyList<LabelId> Labels { get; set; }

    /// <summary>The campaign that its posts are part of.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The language of dates in its texts.</summary>
    [NotPersonal("A language.")]
    public required string Language { get; set; }

    public required RepeatRule Rule { get; set; }

    /// <summary>On the clock of its account, whatever zone that is in by then.</summary>
    public required TimeOnly Time { get; set; }

    public bool IsPaused { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The last day that needs no looking at any more: what was to come of it has, or nobody wanted it.</summary>
    public required DateOnly HandledUntil { get; set; }

    /// <summary>Counts what was said about its posts; from which day on the last of it holds.</summary>
    public int Edition { get; set; } = 1;

    public DateOnly EditionFrom { get; set; }

    /// <summary>Why no posts can be made of it now.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Trouble { get; set; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who decided that its posts go out.</summary>
    public required PersonId By { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsRunning => !IsPaused && EndedAt is null;

    /// <summary>The instant at which the clock of the account shows its time on a day.</summary>
    public DateTimeOffset On(DateOnly day, TimeZoneInfo zone) => LocalTime.ToInstant(day, Time, zone).Instant;

    /// <summary>From a moment on; what was before is over.</summary>
    public void LookFrom(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(LocalTime.Of(now, zone));
        HandledUntil = On(today, zone) <= now ? today : today.AddDays(-1);
    }
}

internal sealed class PostSeriesConfiguration : IEntityTypeConfiguration<PostSeries>
{
    public void Configure(EntityTypeBuilder<PostSeries> builder)
    {
        builder.ToTable("post_series");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Content).HasConversion(c => PostConfiguration.Write(c), text => PostConfiguration.Read<PostContent>(text), new ValueComparer<PostContent>(true));
        builder.Property(s => s.Rule).HasConversion(r => PostConfiguration.Write(r), text => PostConfiguration.Read<RepeatRule>(text), new ValueComparer<RepeatRule>(true)).HasMaxLength(1_000);
        builder.Property(s => s.Media).HasConversion(m => PostConfiguration.Write(m), text => PostConfiguration.Read<MediaItemId[]>(text), List<MediaItemId>()).HasMaxLength(4_000);
        builder.Property(s => s.Labels).HasConversion(l => PostConfiguration.Write(l), text => PostConfiguration.Read<LabelId[]>(text), List<LabelId>()).HasMaxLength(4_000);
        builder.Property(s => s.Language).HasMaxLength(10);
        builder.Property(s => s.Trouble).HasMaxLength(100);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.IsRunning);
        builder.HasIndex(s => new { s.WorkspaceId, s.Id });
        builder.HasIndex(s => s.CampaignId);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => s.CampaignId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<ConnectedAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    private static ValueComparer<IReadOnlyList<T>> List<T>() => new((a, b) => a!.SequenceEqual(b!), m => m.Count, m => m);
}
