using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Approvals;

/// <summary>A link by which a client, who has no account, sees the posts it is for and nothing else, and decides about them. It ends by itself and can be withdrawn.</summary>
public sealed class ClientLink : IWorkspaceRow
{
    public const int LongestName = 100;
    public const int MostPosts = 100;
    public const int MostDays = 60;

    /// <summary>How long a link lives when nobody says otherwise, in days.</summary>
    public const int UsualDays = 14;

    private readonly List<ClientLinkPost> _posts = [];

    public required ClientLinkId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To know for whom a link was made.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret in the link, lower-case hex. The secret itself is told once, to who makes the link.</summary>
    [NotPersonal("The hash of a random secret.")]
    public required string SecretHash { get; init; }

    public required PersonId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public IReadOnlyList<ClientLinkPost> Posts => _posts;

    public bool IsOpen(DateTimeOffset now) => WithdrawnAt is null && now < ExpiresAt;

    public void Show(IEnumerable<PostId> posts) => _posts.AddRange(posts.Select(p => new ClientLinkPost { PostId = p }));

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

/// <summary>A post that a link shows.</summary>
public sealed class ClientLinkPost
{
    public required PostId PostId { get; init; }
}

internal sealed class ClientLinkConfiguration : IEntityTypeConfiguration<ClientLink>
{
    public void Configure(EntityTypeBuilder<ClientLink> builder)
    {
        builder.ToTable("client_links");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Name).HasMaxLength(ClientLink.LongestName);
        builder.Property(l => l.SecretHash).HasMaxLength(64);
        builder.HasIndex(l => l.SecretHash).IsUnique();
        builder.HasIndex(l => new { l.WorkspaceId, l.CreatedAt });
        builder.OwnsMany(l => l.Posts, posts =>
        {
            posts.ToTable("client_link_posts");
            posts.WithOwner().HasForeignKey("LinkId");
            posts.HasKey("LinkId", nameof(ClientLinkPost.PostId));
            posts.Property(p => p.PostId).ValueGeneratedNever();
            posts.HasIndex(p => p.PostId);
            posts.HasOne<Post>().WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Navigation(l => l.Posts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
