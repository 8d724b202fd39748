using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Publishing;

/// <summary>Instagram took the account's posts for spam, or restricted it: nothing is published for it until then.</summary>
public sealed class PublishingPause : IWorkspaceRow
{
    public required AccountId AccountId { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required DateTimeOffset Until { get; set; }

    [NotPersonal("A name of the program's.")]
    public required string Reason { get; set; }
}

internal sealed class PublishingPauseConfiguration : IEntityTypeConfiguration<PublishingPause>
{
    public void Configure(EntityTypeBuilder<PublishingPause> builder)
    {
        builder.ToTable("publishing_pauses");
        builder.HasKey(p => p.AccountId);
        builder.Property(p => p.AccountId).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(100);
    }
}
