using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.ByHand;

/// <summary>One thing that happened to a post that is posted by hand. Steps are only ever added.</summary>
public sealed class HandStep : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>1 for the first of the post.</summary>
    public required int Number { get; init; }

    public required HandStepKind Kind { get; init; }

    /// <summary>The member who did it; null for what the clock did.</summary>
    public PersonId? PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Adds one in the caller's context; the caller saves.</summary>
    internal static async Task Note(Post post, HandStepKind kind, PersonId? by, DateTimeOffset now, DirectinoContext db, CancellationToken ct)
    {
        var last = await db.Set<HandStep>().Where(s => s.PostId == post.Id).MaxAsync(s => (int?)s.Number, ct) ?? 0;
        db.Add(new HandStep { WorkspaceId = post.WorkspaceId, PostId = post.Id, Number = last + 1, Kind = kind, PersonId = by, At = now });
    }
}

public enum HandStepKind
{
    /// <summary>Its slot came, and its author was told.</summary>
    Notified,
    Reminded,

    /// <summary>Somebody said that they posted it.</summary>
    Posted,

    /// <summary>Not this time.</summary>
    Skipped,

    /// <summary>Later.</summary>
    Moved,

    /// <summary>Nobody said in time that it was posted.</summary>
    NotConfirmed,
}

internal sealed class HandStepConfiguration : IEntityTypeConfiguration<HandStep>
{
    public void Configure(EntityTypeBuilder<HandStep> builder)
    {
        builder.ToTable("hand_steps");
        builder.HasKey(s => new { s.PostId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
