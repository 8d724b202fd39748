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
    private readonly List<PublicationItem> _items = [];

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

    /// <summary>How often the container that is waited for was looked at and not ready.</summary>
    public int Polls { get; private set; }

    /// <summary>The containers of a carousel's items, in order; empty for everything else.</summary>
    public IReadOnlyList<PublicationItem> Items => _items;

    /// <summary>The container that is waited for: of an item first, then of the whole. Null when there is none yet.</summary>
    public PublicationItem? Awaited => ContainerId is null ? _items.Where(i => !i.IsReady).MinBy(i => i.Position) : null;

    /// <summary>What Instagram answered to the call that publishes, when it was a no that must be believed only after a look.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Verdict { get; private set; }

    [NotPersonal("Error codes.")]
    public string? VerdictDetail { get; private set; }

    /// <summary>The container is gone, failed or expired: nothing can come of this attempt any more.</summary>
    public bool IsOver { get; private set; }

    public void Made(string containerId, DateTimeOffset now) => (ContainerId, ContainerMadeAt, Polls) = (containerId, now, 0);

    /// <summary>The container of one item was made.</summary>
    public void MadeItem(int position, string containerId, DateTimeOffset now)
    {
        if (!_items.Exists(i => i.Position == position))
            _items.Add(new PublicationItem { Position = position, ContainerId = containerId, MadeAt = now });
    }

    /// <summary>The item that was waited for is ready; the next one is waited for afresh.</summary>
    public void ItemReady(int position)
    {
        _items.Find(i => i.Position == position)!.IsReady = true;
        Polls = 0;
    }

    public void Ready(DateTimeOffset now) => ReadyAt ??= now;

    public void NotReady() => Polls++;

    public void Told(string? verdict, string? detail) => (Verdict, VerdictDetail) = (verdict, detail);

    public void End() => IsOver = true;
}

/// <summary>The container of one item of a carousel.</summary>
public sealed class PublicationItem
{
    public required int Position { get; init; }

    [Personal(PersonalCategory.AccountContent, "To publish what was prepared.", Retention.TwelveMonths, Eraser.WithAccount)]
    public required string ContainerId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public bool IsReady { get; set; }
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
        builder.Ignore(p => p.Awaited);
        builder.OwnsMany(p => p.Items, items =>
        {
            items.ToTable("publication_items");
            items.WithOwner().HasForeignKey("PublicationId");
            items.HasKey("PublicationId", nameof(PublicationItem.Position));
            items.Property(i => i.Position).ValueGeneratedNever();
            items.Property(i => i.ContainerId).HasMaxLength(40);
        });
        builder.Navigation(p => p.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
