using Directino.Sandbox.Journal;
using Directino.Sandbox.Webhooks;

namespace Directino.Sandbox.Comments;

public sealed record CommentMade(Comment Comment) : Effect
{
    public override string? About => Comment.AccountId;
    public override IReadOnlyDictionary<string, string> Subjects =>
        Roles(("comment", Comment.Id), ("parent", Comment.ParentId), ("media", Comment.MediaId), ("person", Comment.PersonId));
    public override string? Words => Comment.Text;

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        state.Add(Comment);
        state.Notify(entry, CommentNotification.Of(state, Comment));
    }
}

public sealed record CommentHidden(string CommentId, string AccountId, bool Hidden) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("comment", CommentId), ("hidden", Hidden ? "true" : "false"));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Comments[CommentId] = state.Comments[CommentId] with { Hidden = Hidden };
}

/// <summary>A comment is gone, and its replies with it.</summary>
public sealed record CommentDeleted(string CommentId, string AccountId) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("comment", CommentId));

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        foreach (var comment in state.CommentsOf(state.Comments[CommentId].MediaId).Where(c => c.Id == CommentId || c.ParentId == CommentId).ToList())
        {
            state.Comments[comment.Id] = comment with { Deleted = true };
        }
    }
}
