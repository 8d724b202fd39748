using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Remarks;

/// <summary>
/// What a member or a client remarks about a post: at a point of a picture, about words of the caption, or about the whole; or an answer to it.
/// The post itself, its revision and edition are not touched.
/// </summary>
public sealed class Remark : IWorkspaceRow
{
    public const int LongestText = 1000;
    public const int LongestQuote = 500;

    public required RemarkId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>The remark that this answers; null for a remark.</summary>
    public RemarkId? AnswerTo { get; init; }

    /// <summary>The picture or video it is about.</summary>
    public MediaItemId? MediaId { get; init; }

    /// <summary>From 0 at the left to 1 at the right of the picture; null when it is about all of it.</summary>
    public double? X { get; init; }

    /// <summary>From 0 at the top to 1 at the bottom.</summary>
    public double? Y { get; init; }

    [Personal(PersonalCategory.AccountContent, "To show which words of a post a remark is about, also when they are gone.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string? Quote { get; init; }

    [Personal(PersonalCategory.AccountContent, "To show what was remarked about a post.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Text { get; init; }

    /// <summary>The member who said it; null for a client.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The link by which a client said it.</summary>
    public ClientLinkId? LinkId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To say who remarked something for a client.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string? ClientName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When a member marked it as done.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public PersonId? DoneBy { get; private set; }

    /// <summary>Done, or open again.</summary>
    public void Mark(bool done, PersonId by, DateTimeOffset now) => (DoneAt, DoneBy) = (done ? DoneAt ?? now : null, done ? DoneBy ?? by : null);
}

internal sealed class RemarkConfiguration : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("remarks");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Quote).HasMaxLength(Remark.LongestQuote);
        builder.Property(r => r.Text).HasMaxLength(Remark.LongestText);
        builder.Property(r => r.ClientName).HasMaxLength(ClientLink.LongestName);
        builder.HasIndex(r => new { r.PostId, r.At });
        builder.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Remark>().WithMany().HasForeignKey(r => r.AnswerTo).OnDelete(DeleteBehavior.Cascade);
    }
}
