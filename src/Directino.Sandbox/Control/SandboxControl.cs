using Directino.Sandbox.Accounts;
using Directino.Sandbox.Audio;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;
using Directino.Sandbox.Publishing;

namespace Directino.Sandbox.Control;

/// <summary>
/// What a tester or the phone page can do: be somebody. Things are named by id or username; a name that fits nothing
/// throws <see cref="NoSuchThing"/>.
/// </summary>
public sealed class SandboxControl(World world)
{
    public SandboxAccount MakeAccount(string username, string? name, Func<SandboxAccount, SandboxAccount>? shape = null) => world.Act(Actors.Control, null, act =>
    {
        if (act.State.AccountNamed(username) is not null) throw new ActRefused($"There is an account {username} already.");
        var account = act.NewAccount(username, name ?? username);
        account = shape?.Invoke(account) ?? account;
        act.Record(new AccountMade(account));
        return account;
    });

    public SandboxAccount ChangeAccount(string account, Func<SandboxAccount, SandboxAccount> change) => world.Act(Actors.Control, null, act =>
    {
        var changed = change(Account(act.State, account));
        act.Record(new AccountChanged(changed));
        return changed;
    });

    public Person MakePerson(string username, string? name, Func<Person, Person>? shape = null) => world.Act(Actors.Control, null, act =>
    {
        if (act.State.PersonNamed(username) is not null) throw new ActRefused($"There is a person {username} already.");
        var person = new Person { Id = username, Username = username, Name = name };
        person = shape?.Invoke(person) ?? person;
        act.Record(new PersonMade(person));
        return person;
    });

    /// <summary>A person comments under a post, or answers a comment there.</summary>
    public Comment Comment(string person, string media, string text, string? parent = null) => world.Act(Actors.Person, null, act =>
    {
        var author = Person(act.State, person);
        var post = act.State.Media.GetValueOrDefault(media) ?? throw new NoSuchThing("media", media);
        if (!post.CommentsEnabled) throw new ActRefused("Comments are switched off under this post.");
        if (string.IsNullOrWhiteSpace(text)) throw new ActRefused("A comment needs a text.");
        var above = parent is null ? null : act.State.Comments.GetValueOrDefault(parent) ?? throw new NoSuchThing("comment", parent);
        var comment = new Comment
        {
            Id = act.NextCommentId(),
            MediaId = post.Id,
            AccountId = post.AccountId,
            ParentId = above?.ParentId ?? above?.Id,
            PersonId = author.Id,
            Text = text,
            Timestamp = act.Now,
        };
        act.Record(new CommentMade(comment));
        return comment;
    });

    /// <summary>A person writes to an account; opens the 24-hour window.</summary>
    public Message Message(string person, string account, string? text, MessageExtras? extras = null) => world.Act(Actors.Person, null, act =>
    {
        var (author, to) = (Person(act.State, person), Account(act.State, account));
        if (string.IsNullOrEmpty(text) && extras?.Attachments is not { Count: > 0 }) throw new ActRefused("A message needs a text or an attachment.");
        if (extras?.ReplyToMid is { } mid) Message(act.State, mid);
        var message = new Message
        {
            Mid = act.NextMid(),
            AccountId = to.Id,
            PersonId = author.Id,
            FromAccount = false,
            Timestamp = act.Now,
            Text = text,
            Attachments = extras?.Attachments,
            QuickReplyPayload = extras?.QuickReplyPayload,
            ReplyToMid = extras?.ReplyToMid,
            ReplyToStoryId = extras?.ReplyToStoryId,
        };
        act.Record(new MessageSent(message));
        return message;
    });

    /// <summary>A person reacts to a message; without a reaction the earlier one is taken back.</summary>
    public void React(string mid, string? reaction, string? emoji) => world.Act(Actors.Person, null, act =>
    {
        var message = Message(act.State, mid);
        return act.Record(new MessageReacted(mid, message.AccountId, message.PersonId, ByAccount: false, reaction, emoji ?? (reaction == "love" ? "\u2764\ufe0f" : reaction)));
    });

    public void Edit(string mid, string text) => world.Act(Actors.Person, null, act =>
    {
        var message = Own(act.State, mid);
        return act.Record(new MessageEdited(mid, message.AccountId, message.PersonId, text));
    });

    public void Unsend(string mid) => world.Act(Actors.Person, null, act =>
    {
        var message = Own(act.State, mid);
        return act.Record(new MessageDeleted(mid, message.AccountId, message.PersonId));
    });

    /// <summary>A person has read everything up to a message of the account.</summary>
    public void See(string mid) => world.Act(Actors.Person, null, act =>
    {
        var message = Message(act.State, mid);
        return act.Record(new MessageSeen(mid, message.AccountId, message.PersonId));
    });

    /// <summary>A person taps a template button, an ice breaker or a menu entry.</summary>
    public string Tap(string person, string account, string title, string payload) => world.Act(Actors.Person, null, act =>
    {
        var mid = Ids.Mid(act.State.Messages.Count + world.Journal().Count + 1_000_000, seeded: false);
        act.Record(new ButtonTapped(mid, Account(act.State, account).Id, Person(act.State, person).Id, title, payload));
        return mid;
    });

    public void Like(string person, string media) => world.Act(Actors.Person, null, act =>
    {
        var post = act.State.Media.GetValueOrDefault(media) ?? throw new NoSuchThing("media", media);
        return act.Record(new MediaLiked(post.Id, post.AccountId, Person(act.State, person).Id));
    });

    /// <summary>A person chooses an answer of a post's poll, or another one than before.</summary>
    public void Vote(string person, string media, int option) => world.Act(Actors.Person, null, act =>
    {
        var post = act.State.Media.GetValueOrDefault(media) ?? throw new NoSuchThing("media", media);
        if (option < 0 || option >= post.Details.Poll.Count) throw new ActRefused("The poll of this post has no such answer.");
        if (PollResource.EndOf(post) <= act.Now) throw new ActRefused("The poll of this post is over.");
        return act.Record(new PollVoted(post.Id, post.AccountId, Person(act.State, person).Id, option));
    });

    /// <summary>The owner makes an ordinary reel of a trial reel, in the app.</summary>
    public void Graduate(string media) => world.Act(Actors.Owner, null, act =>
    {
        var post = act.State.Media.GetValueOrDefault(media) ?? throw new NoSuchThing("media", media);
        if (post is not { Details.Trial: not null, GraduatedAt: null }) throw new ActRefused("Only a trial reel can graduate, once.");
        return act.Record(new ReelGraduated(post.Id, post.AccountId));
    });

    /// <summary>The owner deletes a post in the app.</summary>
    public void DeleteMedia(string media) => world.Act(Actors.Owner, null, act =>
    {
        var post = act.State.Media.GetValueOrDefault(media) is { ParentId: null } found ? found : throw new NoSuchThing("media", media);
        return act.Record(new MediaDeleted(post.Id, post.AccountId));
    });

    /// <summary>Instagram takes a sound out of its catalogue.</summary>
    public void WithdrawAudio(string audio) => world.Act(Actors.Platform, null, act =>
    {
        var sound = Sound.Of(audio) ?? throw new NoSuchThing("audio", audio);
        return act.Record(new AudioWithdrawn(sound.Id));
    });

    /// <summary>A container that is not published yet fails, as if Instagram had found something.</summary>
    public void FailContainer(string container, int subcode) => world.Act(Actors.Platform, null, act =>
    {
        var found = act.State.Containers.GetValueOrDefault(container) is { PublishedMediaId: null } open ? open : throw new NoSuchThing("container", container);
        return act.Record(new ContainerChanged(found with { Failure = subcode, FailureReason = "told by a tester" }));
    });

    /// <summary>A person takes back their own comment in the app.</summary>
    public void DeleteComment(string comment) => world.Act(Actors.Person, null, act =>
    {
        var gone = act.State.Comments.GetValueOrDefault(comment) is { Deleted: false } found ? found : throw new NoSuchThing("comment", comment);
        return act.Record(new CommentDeleted(gone.Id, gone.AccountId));
    });

    /// <summary>A long-lived token without the consent page, and the grant that goes with it.</summary>
    public AccessToken IssueToken(string account, ApiHost host, IReadOnlyList<string>? scopes = null) => world.Act(Actors.Owner, null, act =>
    {
        var owner = Account(act.State, account);
        if (host == ApiHost.Instagram)
        {
            var token = TokenMint.Instagram(act, TokenKind.InstagramLong, owner.Id, scopes ?? [.. Scopes.Instagram.Keys]);
            act.Record(new TokenIssued(token));
            return token;
        }
        var user = TokenMint.Facebook(act, TokenKind.FacebookLong, owner.FacebookUserId, [owner.Id], scopes ?? [.. Scopes.Facebook.Keys]);
        act.Record(new TokenIssued(user));
        return TokenMint.Page(act, user, owner.Id);
    });

    /// <summary>Ends every token of an account (458 removed the app, 460 password, 467 logged out ...).</summary>
    public int EndTokens(string account, int subcode) => world.Act(Actors.Owner, null, act =>
    {
        var tokens = TokensOf(act.State, Account(act.State, account));
        foreach (var token in tokens) act.Record(new TokenEnded(token.Value, token.Id, token.AccountId, subcode));
        return tokens.Count;
    });

    /// <summary>Lets every token of an account run out now.</summary>
    public int ExpireTokens(string account) => world.Act(Actors.Control, null, act =>
    {
        var tokens = TokensOf(act.State, Account(act.State, account));
        foreach (var token in tokens) act.Record(new TokenExpiryMoved(token.Value, token.Id, token.AccountId, act.Now));
        return tokens.Count;
    });

    public DateTimeOffset MoveClock(TimeSpan by) => world.Act(Actors.Control, null, act =>
    {
        act.Record(new ClockMoved(act.State.ClockOffset + by));
        return act.Now;
    });

    private static List<AccessToken> TokensOf(WorldState state, SandboxAccount account) =>
        [.. state.Tokens.Values.Where(t => t.EndedWith is null && (t.AccountId == account.Id || t.ChosenAccounts.Contains(account.Id)))];

    private static SandboxAccount Account(WorldState state, string name) => state.AccountNamed(name) ?? throw new NoSuchThing("account", name);

    private static Person Person(WorldState state, string name) => state.PersonNamed(name) ?? throw new NoSuchThing("person", name);

    private static Message Message(WorldState state, string mid) => state.Messages.GetValueOrDefault(mid) ?? throw new NoSuchThing("message", mid);

    private static Message Own(WorldState state, string mid) =>
        Message(state, mid) is { FromAccount: false, Deleted: false } message ? message : throw new ActRefused("Only a person's own message can be changed.");
}
