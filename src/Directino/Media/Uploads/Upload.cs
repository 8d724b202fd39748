using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Media.Uploads;

/// <summary>A file that one person sends in pieces. How much of it is here, the file in the work folder tells; the row, whose it is and what became of it.</summary>
public sealed class Upload : IWorkspaceRow
{
    public const int LongestName = 200;

    /// <summary>After it nobody asks for an upload any more.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public required UploadId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To find a picture again by the name its owner gave it.", Retention.UntilUsed, Eraser.WithPerson)]
    public required string FileName { get; init; }

    /// <summary>How many bytes it is to have.</summary>
    public required long Length { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it became.</summary>
    public MediaItemId? ItemId { get; set; }

    /// <summary>Why it was not taken.</summary>
    public MediaRefusal? Refusal { get; set; }

    public bool IsSettled => ItemId is not null || Refusal is not null;
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.FileName).HasMaxLength(Upload.LongestName);
        builder.Ignore(u => u.IsSettled);
        builder.HasIndex(u => new { u.WorkspaceId, u.PersonId });
        // It leaves with its sender.
        builder.HasOne<Membership>().WithMany().HasForeignKey(u => new { u.WorkspaceId, u.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
