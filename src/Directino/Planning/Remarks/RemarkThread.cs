using Directino.Media;
using Directino.Planning.Approvals;

namespace Directino.Planning.Remarks;

/// <summary>A remark with its answers, beside the post as it is now.</summary>
/// <param name="Item">Where the picture it is about stands now, from 0; null when it is about none, or that is gone.</param>
/// <param name="IsGone">What it was about is no longer there.</param>
public sealed record RemarkThread(
    RemarkWord Said, MediaItemId? Media, int? Item, double? X, double? Y, string? Quote, bool IsGone, ClientLinkId? Link, DateTimeOffset? DoneAt, IReadOnlyList<RemarkWord> Answers)
{
    public RemarkId Id => Said.Id;

    public bool IsDone => DoneAt is not null;

    internal static RemarkThread Of(Remark remark, Post post, RemarkWord said, IReadOnlyList<RemarkWord> answers)
    {
        var item = remark.MediaId is { } media ? post.Items.FirstOrDefault(i => i.MediaId == media)?.Position : null;
        var isGone = remark.MediaId is not null ? item is null : remark.Quote is { } quote && !post.Caption.Contains(quote, StringComparison.Ordinal);
        return new RemarkThread(said, remark.MediaId, item, remark.X, remark.Y, remark.Quote, isGone, remark.LinkId, remark.DoneAt, answers);
    }
}

/// <summary>One thing that was said.</summary>
/// <param name="By">Who; null when they have left the product.</param>
/// <param name="Link">What the link is called by which a client said it.</param>
public sealed record RemarkWord(RemarkId Id, string Text, string? By, bool IsClient, string? Link, DateTimeOffset At);
