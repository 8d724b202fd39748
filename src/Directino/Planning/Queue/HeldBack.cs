using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Queue;

/// <summary>A post that was taken out of its slot while its account's queue rests: a draft that goes back when the queue goes on.</summary>
public sealed class HeldBack : IWorkspaceRow
{
    public required PostId PostId { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>Where it stood. With another time by now, somebody has other plans for it.</summary>
    public required DateTimeOffset Slot { get; init; }
}

internal sealed class HeldBackConfiguration : IEntityTypeConfiguration<HeldBack>
{
    public void Configure(EntityTypeBuilder<HeldBack> builder)
    {
        builder.ToTable("held_back_posts");
        builder.HasKey(h => h.PostId);
        builder.HasIndex(h => new { h.AccountId, h.Slot });
        builder.HasOne<Post>().WithMany().HasForeignKey(h => h.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
