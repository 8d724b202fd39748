using Directino.Instagram;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts.Connecting;

/// <summary>A person on the way to Instagram's login and back. Works once, for a quarter of an hour, in the browser that began it.</summary>
public sealed class ConnectAttempt : IWorkspaceRow
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public required ConnectAttemptId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    public required InstagramLogin Login { get; init; }

    /// <summary>Hash of the <c>state</c> that Instagram brings back.</summary>
    [NotPersonal("The hash of a random secret.")]
    public required string StateHash { get; init; }

    /// <summary>Hash of the secret in the cookie of the browser that began.</summary>
    [NotPersonal("The hash of a random secret.")]
    public required string BrowserHash { get; init; }

    /// <summary>Names of the capabilities asked for, space-separated.</summary>
    [NotPersonal("Names of capabilities.")]
    public required string Asked { get; init; }

    /// <summary>Where Instagram sends the browser back to; must be the same again when the code is exchanged.</summary>
    [NotPersonal("An address of this installation.")]
    public required string Callback { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Facebook Login: the person's token while they choose among their Pages, sealed, gone with this row.</summary>
    [Personal(PersonalCategory.AccountSecret, "To read the Pages a person may choose from while connecting.", Retention.UntilUsed, Eraser.ByAge)]
    public byte[]? SealedUserToken { get; set; }

    /// <summary>Facebook Login: the permissions granted, kept until a Page was chosen.</summary>
    [NotPersonal("Names of permissions.")]
    public string? Granted { get; set; }

    public IReadOnlyList<Capability> Capabilities =>
        [.. Asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Capability>)];
}

internal sealed class ConnectAttemptConfiguration : IEntityTypeConfiguration<ConnectAttempt>
{
    public void Configure(EntityTypeBuilder<ConnectAttempt> builder)
    {
        builder.ToTable("connect_attempts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Capabilities);
        builder.Property(a => a.StateHash).HasMaxLength(64);
        builder.Property(a => a.BrowserHash).HasMaxLength(64);
        builder.Property(a => a.Asked).HasMaxLength(100);
        builder.Property(a => a.Callback).HasMaxLength(500);
        builder.HasIndex(a => a.StateHash).IsUnique();
    }
}
