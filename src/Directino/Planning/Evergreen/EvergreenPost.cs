using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Evergreen;

/// <summary>A post that may be published again: it waits in its account's pool for a slot that nobody fills.</summary>
public sealed class EvergreenPost : IWorkspaceRow
{
    public required EvergreenId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To publish again what its author wants published again.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public required PostContent Content { get; init; }

    /// <summary>What it shows, so that the library knows that it is needed.</summary>
    public required IReadOnlyList<MediaItemId> Media { get; init; }

    public required IReadOnlyList<LabelId> Labels { get; init; }

    /// <summary>The post it was made from: one is in the pool once.</summary>
    public required PostId PostId { get; init; }

    /// <summary>It stays in the pool, and is not taken.</summary>
    public bool IsResting { get; set; }

    /// <summary>When it was out last, or is to be; null when it never was.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>So often it was put into a slot.</summary>
    public int Uses { get; set; }

    /// <summary>Who decided that it goes out.</summary>
    public required PersonId By { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class EvergreenPostConfiguration : IEntityTypeConfiguration<EvergreenPost>
{
    public void Configure(EntityTypeBuilder<EvergreenPost> builder)
    {
        builder.ToTable("evergreen_posts");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Content).HasConversion(c => PostConfiguration.Write(c), text => PostConfiguration.Read<PostContent>(text), new ValueComparer<PostContent>(true));
        builder.Property(e => e.Media).HasConversion(m => PostConfiguration.Write(m), text => PostConfiguration.Read<MediaItemId[]>(text), List<MediaItemId>()).HasMaxLength(4_000);
        builder.Property(e => e.Labels).HasConversion(l => PostConfiguration.Write(l), text => PostConfiguration.Read<LabelId[]>(text), List<LabelId>()).HasMaxLength(4_000);
        builder.HasIndex(e => new { e.AccountId, e.PostId }).IsUnique();
        builder.HasIndex(e => e.WorkspaceId);
        builder.HasOne<ConnectedAccount>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    private static ValueComparer<IReadOnlyList<T>> List<T>() => new((a, b) => a!.SequenceEqual(b!), m => m.Count, m => m);
}
