using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;

namespace Directino.Sandbox.Journal;

/// <summary>
/// Plants history before the sandbox starts. Times are absolute: count them from <see cref="Anchor"/>, the moment of
/// the first start. Same calls in the same order give the same ids. Nothing planted here notifies anybody or enters the journal.
/// </summary>
public sealed class WorldBuilder
{
    private readonly WorldState _state;
    private readonly PictureStore _pictures;
    private int _children;

    internal WorldBuilder(WorldState state, PictureStore pictures, DateTimeOffset anchor)
    {
        _state = state;
        _pictures = pictures;
        Anchor = anchor;
    }

    public DateTimeOffset Anchor { get; }

    /// <summary>An account with its Page; <paramref name="shape"/> fills in the rest: <c>a => a with { Biography = "..." }</c>.</summary>
    public SandboxAccount Account(string username, string name, Func<SandboxAccount, SandboxAccount>? shape = null, Func<Stream>? picture = null)
    {
        var account = AccountOf(_state.Accounts.Count + 1, seeded: true, username, name) with { PictureFile = Picture("account-" + username, picture) };
        account = shape?.Invoke(account) ?? account;
        _state.Add(account);
        return account;
    }

    public Person Person(string username, string? name = null, Func<Person, Person>? shape = null, Func<Stream>? picture = null)
    {
        var person = new Person { Id = username, Username = username, Name = name, PictureFile = Picture("person-" + username, picture) };
        person = shape?.Invoke(person) ?? person;
        _state.Add(person);
        return person;
    }

    /// <summary>A post with one picture (JPEG).</summary>
    public MediaPost Media(SandboxAccount account, DateTimeOffset at, string? caption, Func<Stream> picture, Func<MediaPost, MediaPost>? shape = null)
    {
        var media = NewMedia(account, at, caption, picture);
        media = shape?.Invoke(media) ?? media;
        _state.Add(media);
        return media;
    }

    /// <summary>A carousel of two to ten pictures.</summary>
    public MediaPost Carousel(SandboxAccount account, DateTimeOffset at, string? caption, IReadOnlyList<Func<Stream>> pictures, Func<MediaPost, MediaPost>? shape = null)
    {
        var parent = NewMedia(account, at, caption, pictures[0]) with { MediaType = "CAROUSEL_ALBUM" };
        var children = new List<string>();
        foreach (var picture in pictures)
        {
            _children++;
            var id = Ids.Media(5_000_000_000L + _children, seeded: true);
            _state.Add(new MediaPost { Id = id, AccountId = account.Id, Timestamp = at, Shortcode = Ids.Shortcode(id), ParentId = parent.Id, File = Picture("media-" + id, picture) });
            children.Add(id);
        }
        parent = parent with { Children = children };
        parent = shape?.Invoke(parent) ?? parent;
        _state.Add(parent);
        return parent;
    }

    /// <summary>A comment of a person; with <paramref name="parent"/> a reply to a comment.</summary>
    public Comment Comment(MediaPost media, Person author, string text, DateTimeOffset at, Comment? parent = null, Func<Comment, Comment>? shape = null) =>
        Add(media, author.Id, text, at, parent, shape);

    /// <summary>The account's own answer under a comment.</summary>
    public Comment Reply(MediaPost media, Comment parent, string text, DateTimeOffset at) => Add(media, null, text, at, parent, null);

    /// <summary>A message from a person to an account.</summary>
    public Message Message(Person from, SandboxAccount to, string? text, DateTimeOffset at, Func<Message, Message>? shape = null) =>
        Add(to, from, fromAccount: false, text, at, shape);

    /// <summary>A message from an account to a person.</summary>
    public Message Answer(SandboxAccount from, Person to, string? text, DateTimeOffset at, Func<Message, Message>? shape = null) =>
        Add(from, to, fromAccount: true, text, at, shape);

    /// <summary>A picture sent in a message, as an attachment that any page can show.</summary>
    public JsonArray ImageAttachment(string name, Func<Stream> picture) =>
        [new JsonObject { ["type"] = "image", ["payload"] = new JsonObject { ["url"] = PictureStore.Scheme + Picture("message-" + name, picture) } }];

    /// <summary>A picture of something else; gives its key among the sandbox's files.</summary>
    public string File(string name, Func<Stream> picture) => Picture(name, picture)!;

    /// <summary>The numbers of one day.</summary>
    public void Numbers(SandboxAccount account, DateOnly day, DailyNumbers numbers) => _state.Numbers[(account.Id, day)] = numbers;

    /// <summary>A rule for days without own numbers, also for days after the anchor, so that a long-lived sandbox goes on living. Must be a pure function; null = no numbers.</summary>
    public void Numbers(SandboxAccount account, Func<DateOnly, DailyNumbers?> rule) => _state.NumberRules[account.Id] = rule;

    public void Demographics(SandboxAccount account, Demographics demographics) => _state.Demographics[account.Id] = demographics;

    internal static SandboxAccount AccountOf(long n, bool seeded, string username, string name) => new()
    {
        Id = Ids.Account(n, seeded),
        AppScopedId = Ids.AppScoped(n, seeded),
        SelfScopedId = Ids.SelfScoped(n, seeded),
        PageId = Ids.Page(n, seeded),
        FacebookUserId = Ids.FacebookUser(n, seeded),
        Username = username,
        Name = name,
        PageName = name,
    };

    private MediaPost NewMedia(SandboxAccount account, DateTimeOffset at, string? caption, Func<Stream> picture)
    {
        var id = Ids.Media(_state.Media.Count + 1, seeded: true);
        return new() { Id = id, AccountId = account.Id, Timestamp = at, Caption = caption, Shortcode = Ids.Shortcode(id), File = Picture("media-" + id, picture) };
    }

    private Comment Add(MediaPost media, string? author, string text, DateTimeOffset at, Comment? parent, Func<Comment, Comment>? shape)
    {
        var comment = new Comment
        {
            Id = Ids.Comment(_state.Comments.Count + 1, seeded: true),
            MediaId = media.Id,
            AccountId = media.AccountId,
            ParentId = parent?.ParentId ?? parent?.Id,
            PersonId = author,
            Text = text,
            Timestamp = at,
        };
        comment = shape?.Invoke(comment) ?? comment;
        _state.Add(comment);
        return comment;
    }

    private Message Add(SandboxAccount account, Person person, bool fromAccount, string? text, DateTimeOffset at, Func<Message, Message>? shape)
    {
        var message = new Message
        {
            Mid = Ids.Mid(_state.Messages.Count + 1, seeded: true),
            AccountId = account.Id,
            PersonId = person.Id,
            FromAccount = fromAccount,
            Text = text,
            Timestamp = at,
        };
        message = shape?.Invoke(message) ?? message;
        _state.Add(message);
        return message;
    }

    private string? Picture(string name, Func<Stream>? open)
    {
        if (open is null) return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{name}.jpg");
        _pictures.Add(key, open);
        return key;
    }
}
