using Directino.Sandbox.Accounts;
using Directino.Sandbox.Audio;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;
using Directino.Sandbox.Publishing;

namespace Directino.Sandbox.Graph;

internal enum NodeKind { None, Account, Page, FacebookUser, Media, Container, Comment, Person, Conversation, Message, App, Pages, AudioCatalog, Audio, Unknown }

/// <summary>What an id stands for, and the account it belongs to.</summary>
internal sealed record GraphNode(NodeKind Kind, string Id, SandboxAccount? Account, object? Thing)
{
    public static readonly GraphNode None = new(NodeKind.None, "", null, null);

    public MediaPost Media => (MediaPost)Thing!;
    public Container Container => (Container)Thing!;
    public Comment Comment => (Comment)Thing!;
    public Conversation Conversation => (Conversation)Thing!;
    public Message Message => (Message)Thing!;
    public Person Person => (Person)Thing!;
    public Sound Sound => (Sound)Thing!;

    public static GraphNode Find(WorldState state, SandboxOptions options, ApiHost host, string id, AccessToken? token)
    {
        if (id == "me") return Me(state, host, token);
        if (id == "pages" && host == ApiHost.Facebook) return new(NodeKind.Pages, id, null, null);
        if (id == "ig_audio" && host == ApiHost.Facebook) return new(NodeKind.AudioCatalog, id, null, null);
        if (host == ApiHost.Facebook && Sound.Of(id) is { } sound) return new(NodeKind.Audio, id, null, sound);
        if (state.Accounts.GetValueOrDefault(id) is { } account) return new(NodeKind.Account, id, account, account);
        if (state.Media.GetValueOrDefault(id) is { } media) return new(NodeKind.Media, id, state.Accounts[media.AccountId], media);
        if (state.Containers.GetValueOrDefault(id) is { } container) return new(NodeKind.Container, id, state.Accounts[container.AccountId], container);
        if (state.Comments.GetValueOrDefault(id) is { Deleted: false } comment) return new(NodeKind.Comment, id, state.Accounts[comment.AccountId], comment);
        if (state.Scoped(id) is { } scoped) return new(NodeKind.Person, id, scoped.Account, scoped.Person);
        if (state.Messages.GetValueOrDefault(id) is { } message) return new(NodeKind.Message, id, state.Accounts[message.AccountId], message);
        if (state.Conversations.Values.FirstOrDefault(c => c.Id == id) is { } conversation) return new(NodeKind.Conversation, id, state.Accounts[conversation.AccountId], conversation);
        if (state.Accounts.Values.FirstOrDefault(a => a.AppScopedId == id) is { } own) return new(NodeKind.Account, id, own, own);
        if (state.Accounts.Values.FirstOrDefault(a => a.PageId == id) is { } page) return new(NodeKind.Page, id, page, page);
        if (state.Accounts.Values.FirstOrDefault(a => a.FacebookUserId == id) is { } user) return new(NodeKind.FacebookUser, id, user, user);
        return id == options.AppId || id == options.MetaAppId ? new(NodeKind.App, id, null, null) : new(NodeKind.Unknown, id, null, null);
    }

    private static GraphNode Me(WorldState state, ApiHost host, AccessToken? token)
    {
        var account = token?.AccountId is { } id ? state.Accounts.GetValueOrDefault(id) : null;
        if (host == ApiHost.Instagram) return new(NodeKind.Account, account?.Id ?? "me", account, account);
        if (token?.Kind == TokenKind.Page && account is not null) return new(NodeKind.Page, account.PageId, account, account);
        return new(NodeKind.FacebookUser, token?.FacebookUserId ?? "me", null, null);
    }
}
