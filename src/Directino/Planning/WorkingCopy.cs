using Directino.Accounts;
using Directino.Media;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning;

/// <summary>
/// What one person is writing and has not saved: one per person and post, and one for a new post. The post knows nothing of it,
/// so half a sentence never goes out at a post's slot.
/// </summary>
public sealed class WorkingCopy : IWorkspaceRow
{
    public required WorkingCopyId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The post it is to become; null for a new one. It outlives a post that somebody else deletes.</summary>
    public required PostId? PostId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To give a member back what they were writing.", Retention.UntilUsed, Eraser.WithAccount)]
    public required PostContent Content { get; init; }

    [Personal(PersonalCategory.AccountContent, "To give a member back what they were writing.", Retention.UntilUsed, Eraser.WithAccount)]
    public IReadOnlyList<WrittenOther> Others { get; init; } = [];

    /// <summary>What it shows, apart from its text: a picture that somebody is writing about is in use.</summary>
    public required IReadOnlyList<MediaItemId> Media { get; init; }

    /// <summary>Date and time as they stand in the form, on the clock of the account: one may be there without the other.</summary>
    public DateOnly? Date { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>The post's version when it was begun; what somebody saved since then is told from it.</summary>
    public int? BaseVersion { get; init; }

    public int? BaseRevision { get; init; }

    public DateTimeOffset? BaseSlot { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>What a new post is to be sorted under.</summary>
    public PostSorting Sorting { get; init; } = PostSorting.None;

    public WrittenText Text => new(Content, Date, Time) { Others = Others, Sorting = Sorting };

    public PostBase? Base => BaseVersion is { } version && BaseRevision is { } revision ? new PostBase(version, revision, BaseSlot) : null;

    /// <summary>Whether the post says or is due for something else than when this was begun. Labels and states are not what is written here.</summary>
    public bool IsOvertaken(Post post) => Base is not { } known || known.Revision != post.Revision || known.Slot != post.Slot;
}

/// <summary>What stands in the composer.</summary>
public sealed record WrittenText(PostContent Content, DateOnly? Date, TimeOnly? Time)
{
    /// <summary>What is written with it for other accounts.</summary>
    public IReadOnlyList<WrittenOther> Others { get; init; } = [];

    /// <summary>What a new post is to be sorted under; one that is saved is sorted at once.</summary>
    public PostSorting Sorting { get; init; } = PostSorting.None;

    public bool Equals(WrittenText? other) =>
        other is not null && Content == other.Content && Date == other.Date && Time == other.Time && Others.SequenceEqual(other.Others) && Sorting == other.Sorting;

    public override int GetHashCode() => HashCode.Combine(Content, Date, Time, Others.Count);
}

/// <summary>What stands in the composer for another account.</summary>
/// <param name="Post">The post that it is already; null for a new one.</param>
/// <param name="Version">The version of that post which was read.</param>
public sealed record WrittenOther(PostContent Content, DateOnly? Date, TimeOnly? Time, PostId? Post = null, int? Version = null)
{
    /// <summary>What is written counts; a post that was read again, while its words stayed, is nothing that somebody typed.</summary>
    public bool Equals(WrittenOther? other) => other is not null && Content == other.Content && Date == other.Date && Time == other.Time;

    public override int GetHashCode() => HashCode.Combine(Content, Date, Time);
}

/// <summary>The state of a post that somebody began to write from.</summary>
public sealed record PostBase(int Version, int Revision, DateTimeOffset? Slot)
{
    public static PostBase Of(Post post) => new(post.Version, post.Revision, post.Slot);
}

internal sealed class WorkingCopyConfiguration : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> builder)
    {
        builder.ToTable("working_copies");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Content).HasConversion(c => PostConfiguration.Write(c), text => PostConfiguration.Read<PostContent>(text), new ValueComparer<PostContent>(true));
        builder.Property(c => c.Others).HasConversion(
            o => PostConfiguration.Write(o), text => PostConfiguration.Read<WrittenOther[]>(text),
            new ValueComparer<IReadOnlyList<WrittenOther>>((a, b) => a!.SequenceEqual(b!), o => o.Count, o => o));
        builder.Property(c => c.Media).HasConversion(
            m => PostConfiguration.Write(m), text => PostConfiguration.Read<MediaItemId[]>(text),
            new ValueComparer<IReadOnlyList<MediaItemId>>((a, b) => a!.SequenceEqual(b!), m => m.Count, m => m)).HasMaxLength(4_000);
        builder.Property(c => c.Sorting).HasConversion(s => PostConfiguration.Write(s), text => PostConfiguration.Read<PostSorting>(text), new ValueComparer<PostSorting>(true));
        builder.Ignore(c => c.Text);
        builder.Ignore(c => c.Base);
        // One per person and post; a post that is not there yet is no value that databases compare.
        builder.HasIndex(c => new { c.WorkspaceId, c.PersonId, c.PostId }).IsUnique();
        builder.HasIndex(c => new { c.WorkspaceId, c.PersonId }, "ix_working_copies_new").IsUnique().HasFilter("post_id IS NULL");
        // It leaves with its author.
        builder.HasOne<Membership>().WithMany().HasForeignKey(c => new { c.WorkspaceId, c.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
