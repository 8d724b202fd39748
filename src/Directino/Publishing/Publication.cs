using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Publishing;

/// <summary>
/// One attempt to bring one revision of a post to Instagram: its container and what became of it. There is a second one only after the
/// first is certain never to be published.
/// </summary>
public sealed class Publication : IWorkspaceRow
{
    public required PublicationId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public required int Number { get; init; }

    /// <summary>Which revision of the post it is; another revision needs another publication.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    [Personal(PersonalCategory.AccountContent, "To publish what was prepared, and to find out whether it was.", Retention.TwelveMonths, Eraser.WithAccount)]
    public string? ContainerId { get; private set; }

    public DateTimeOffset? ContainerMadeAt { get; private set; }

    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>How often the container was looked at and not ready.</summary>
    public int Polls { get; private set; }

    /// <summary>What Instagram answered to the call that publishes, when it was a no that must be believed only after a look.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Verdict { get; private set; }

    [NotPersonal("Error codes.")]
    public string? VerdictDetail { get; private set; }

    /// <summary>The container is gone, failed or expired: nothing can come of this attempt any more.</summary>
    public bool IsOver { get; private set; }

    public void Made(string containerId, DateTimeOffset now) => (ContainerId, ContainerMadeAt) = (containerId, now);

    public void Ready(DateTimeOffset now) => ReadyAt ??= now;

    public void NotReady() => Polls++;

    public void Told(string? verdict, string? detail) => (Verdict, VerdictDetail) = (verdict, detail);

    public void End() => IsOver = true;
}

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ContainerId).HasMaxLength(40);
        builder.Property(p => p.Verdict).HasMaxLength(100);
        builder.Property(p => p.VerdictDetail).HasMaxLength(400);
        // Two runs cannot both begin the same attempt.
        builder.HasIndex(p => new { p.PostId, p.Number }).IsUnique();
    }
}
