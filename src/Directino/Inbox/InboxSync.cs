using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Inbox;

/// <summary>How far reading an account's comments and messages back from Instagram has come.</summary>
public sealed class InboxSync : IWorkspaceRow
{
    public required AccountId AccountId { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Instagram's ids of the conversations still to be read in this round, one a line.</summary>
    [Personal(PersonalCategory.FollowerContent, "To go on where reading back was interrupted.", Retention.UntilUsed, Eraser.WithAccount)]
    public string Conversations { get; set; } = "";

    /// <summary>Instagram's ids of the messages still to be read in this round, one a line.</summary>
    [Personal(PersonalCategory.FollowerContent, "To go on where reading back was interrupted.", Retention.UntilUsed, Eraser.WithAccount)]
    public string Messages { get; set; } = "";

    /// <summary>Our ids of the posts whose comments are still to be read in this round, one a line.</summary>
    [NotPersonal("Ids of the program's.")]
    public string Posts { get; set; } = "";

    /// <summary>When the round now running began; null between rounds.</summary>
    public DateTimeOffset? RoundBegan { get; set; }

    /// <summary>When the last complete round began: everything before it is known.</summary>
    public DateTimeOffset? CompleteUntil { get; set; }

    /// <summary>Takes the first line off a list.</summary>
    public static string? Take(ref string lines)
    {
        if (lines.Length == 0)
            return null;
        var end = lines.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? lines : lines[..end];
        lines = end < 0 ? "" : lines[(end + 1)..];
        return first;
    }
}

internal sealed class InboxSyncConfiguration : IEntityTypeConfiguration<InboxSync>
{
    public void Configure(EntityTypeBuilder<InboxSync> builder)
    {
        builder.ToTable("inbox_syncs");
        builder.HasKey(s => s.AccountId);
    }
}
