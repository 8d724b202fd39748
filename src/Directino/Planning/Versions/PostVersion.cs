using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Versions;

/// <summary>What a post said and when it was to go out, as somebody saved it. The newest is the post as it is.</summary>
public sealed class PostVersion : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>1 for the first of the post. Numbers stay when old versions are forgotten.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId PersonId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To bring back what a post said before.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public required PostContent Content { get; init; }

    public DateTimeOffset? Slot { get; set; }

    /// <summary>What is another than in the version before.</summary>
    public PostChanges Changes { get; set; }

    /// <summary>The version that was brought back by this one.</summary>
    public int? RestoredFrom { get; init; }
}

internal sealed class PostVersionConfiguration : IEntityTypeConfiguration<PostVersion>
{
    public void Configure(EntityTypeBuilder<PostVersion> builder)
    {
        builder.ToTable("post_versions");
        builder.HasKey(v => new { v.PostId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Content).HasConversion(c => PostConfiguration.Write(c), text => PostConfiguration.Read<PostContent>(text), new ValueComparer<PostContent>(true));
        // It leaves with its post. What it shows may leave the library before: a version keeps no picture there.
        builder.HasOne<Post>().WithMany().HasForeignKey(v => v.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
