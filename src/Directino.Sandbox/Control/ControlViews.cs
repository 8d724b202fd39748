using Directino.Sandbox.Accounts;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;

namespace Directino.Sandbox.Control;

/// <summary>Things of the world as the control routes show them.</summary>
internal static class ControlViews
{
    public static object Of(JournalEntry entry) => new
    {
        entry.Seq, entry.Time, entry.Effect.Kind, Account = entry.Effect.About, entry.Effect.Subjects, entry.Actor, Text = entry.Effect.Words, entry.Request, entry.Effect.Detail,
    };

    public static object Of(SandboxAccount a) => new
    {
        a.Id, a.AppScopedId, a.SelfScopedId, a.Username, a.Name, a.AccountType, a.Biography, a.Website, a.Followers, a.Follows, a.PageId, a.PageName, a.FacebookUserId,
        Picture = File(a.PictureFile), a.Restricted, a.BlockedAsSpam, a.MessagesAllowed, a.Catalogs,
    };

    public static object Of(WorldState state, Person p) => new
    {
        p.Id, p.Username, p.Name, p.Followers, p.Verified, Picture = File(p.PictureFile), p.FollowedAccounts,
        ScopedIds = state.Accounts.Keys.ToDictionary(account => account, account => state.ScopedId(p.Id, account)),
    };

    public static object Of(WorldState state, MediaPost m) => new
    {
        m.Id, m.AccountId, m.Timestamp, m.Caption, m.AltText, m.MediaType, m.ProductType, m.Shortcode, m.Permalink, m.CommentsEnabled, m.Likes, m.ContainerId,
        m.AiGenerated, m.SharedToFeed, m.Details, m.Film, m.GraduatedAt,
        Picture = File(m.File), Children = m.Children.Select(id => File(state.Media[id].File)), Comments = state.CommentsOf(m.Id).Count(),
    };

    public static object Of(WorldState state, Comment c) => new
    {
        c.Id, c.MediaId, c.ParentId, Author = c.PersonId is { } person ? state.People[person].Username : state.Accounts[c.AccountId].Username,
        ByAccount = c.PersonId is null, c.Text, c.Timestamp, c.Likes, c.Hidden, c.PrivateReplyMid,
    };

    public static object Of(Message m) => new
    {
        m.Mid, m.AccountId, m.PersonId, m.FromAccount, m.Timestamp, m.Text, m.Attachments, m.QuickReplies, m.ReplyToMid, m.CommentId, m.PersonReaction, m.AccountReaction, m.Deleted, m.Edits,
    };

    public static object Of(WorldState state, Conversation c) => new
    {
        c.Id, c.AccountId, c.PersonId, state.People[c.PersonId].Username, c.UpdatedAt, c.WindowOpenedAt, Messages = c.Mids.Count, c.SeenMid,
        Last = c.Mids.Count > 0 ? state.Messages[c.Mids[^1]].Text : null,
    };

    public static object Of(AccessToken t, bool withValue) => new
    {
        t.Id, t.Kind, t.AccountId, t.FacebookUserId, t.Scopes, t.IssuedAt, t.ExpiresAt, t.EndedWith, Value = withValue ? t.Value : null,
    };

    private static string? File(string? key) => key is null ? null : "/sandbox/files/" + key;
}
