using Directino.Sandbox.Accounts;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;
using Directino.Sandbox.Publishing;
using Directino.Sandbox.Webhooks;

namespace Directino.Sandbox.Journal;

/// <summary>
/// Everything that is true at this moment. The dictionaries are touched only inside <see cref="World.Read"/> and
/// <see cref="World.Act"/>; the records in them never change and may be kept.
/// </summary>
public sealed class WorldState
{
    private readonly Dictionary<string, (string Person, string Account)> _byScopedId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _mediaByAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTimeOffset>> _publishes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTimeOffset>> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _commentsByMedia = new(StringComparer.Ordinal);

    public TimeSpan ClockOffset { get; internal set; }
    public Dictionary<string, SandboxAccount> Accounts { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, MediaPost> Media { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Comment> Comments { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Message> Messages { get; } = new(StringComparer.Ordinal);
    public Dictionary<(string Account, string Person), Conversation> Conversations { get; } = [];
    public Dictionary<string, Container> Containers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, AccessToken> Tokens { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, AuthorizationCode> Codes { get; } = new(StringComparer.Ordinal);
    public Dictionary<(string Account, DateOnly Day), DailyNumbers> Numbers { get; } = [];
    public Dictionary<string, Func<DateOnly, DailyNumbers?>> NumberRules { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Demographics> Demographics { get; } = new(StringComparer.Ordinal);

    /// <summary>Who chose which answer of the poll of a post.</summary>
    public Dictionary<string, Dictionary<string, int>> PollVotes { get; } = new(StringComparer.Ordinal);

    /// <summary>Sounds that Instagram no longer offers.</summary>
    public HashSet<string> WithdrawnAudio { get; } = new(StringComparer.Ordinal);

    /// <summary>Permissions an account has granted, by login.</summary>
    public Dictionary<(ApiHost Host, string Account), IReadOnlyList<string>> Grants { get; } = [];
    public Dictionary<(ApiHost Host, string Account), IReadOnlyList<string>> Subscriptions { get; } = [];
    public List<Notification> Outbox { get; } = [];
    public string? Callback { get; internal set; }
    public string? CallbackToken { get; internal set; }
    public IReadOnlyList<string> AppFields { get; internal set; } = WebhookFields.Instagram;

    /// <summary>Posts there have ever been, so that the id of a deleted one is not given again.</summary>
    internal long MediaEver { get; private set; }

    /// <summary>While the seed is planted nothing notifies anybody.</summary>
    internal bool Planting { get; set; }

    public SandboxAccount? AccountNamed(string idOrUsername) => Accounts.GetValueOrDefault(idOrUsername)
        ?? Accounts.Values.FirstOrDefault(a => a.Username == idOrUsername || a.AppScopedId == idOrUsername);

    public Person? PersonNamed(string idOrUsername) => People.GetValueOrDefault(idOrUsername)
        ?? People.Values.FirstOrDefault(p => p.Username == idOrUsername);

    /// <summary>Posts of an account as a visitor's grid shows them, newest first; stories only while they live.</summary>
    public IEnumerable<MediaPost> MediaOf(string account) => _mediaByAccount.TryGetValue(account, out var ids)
        ? ids.Select(id => Media[id]).Where(m => m.ParentId is null).OrderByDescending(m => m.Timestamp).ThenByDescending(m => m.Id, StringComparer.Ordinal)
        : [];

    /// <summary>All comments and replies under a post that have not been deleted, oldest first.</summary>
    public IEnumerable<Comment> CommentsOf(string media) => _commentsByMedia.TryGetValue(media, out var ids)
        ? ids.Select(id => Comments[id]).Where(c => !c.Deleted).OrderBy(c => c.Timestamp).ThenBy(c => c.Id, StringComparer.Ordinal)
        : [];

    /// <summary>Messages between an account and a person, oldest first.</summary>
    public IEnumerable<Message> MessagesOf(string account, string person) =>
        Conversations.TryGetValue((account, person), out var conversation) ? conversation.Mids.Select(mid => Messages[mid]) : [];

    /// <summary>The id by which one account knows one person: the same for ever, another for every other account.</summary>
    public string ScopedId(string person, string account) => Ids.Scoped(person, account);

    public (Person Person, SandboxAccount Account)? Scoped(string id) =>
        _byScopedId.TryGetValue(id, out var pair) ? (People[pair.Person], Accounts[pair.Account]) : null;

    internal void Add(SandboxAccount account)
    {
        Accounts[account.Id] = account;
        foreach (var person in People.Keys) _byScopedId[ScopedId(person, account.Id)] = (person, account.Id);
    }

    internal void Add(Person person)
    {
        People[person.Id] = person;
        foreach (var account in Accounts.Keys) _byScopedId[ScopedId(person.Id, account)] = (person.Id, account);
    }

    internal void Add(MediaPost media)
    {
        if (!Media.TryAdd(media.Id, media)) return;
        Listed(_mediaByAccount, media.AccountId).Add(media.Id);
        MediaEver++;
    }

    internal void RemoveMedia(string id)
    {
        if (!Media.Remove(id, out var gone)) return;
        _mediaByAccount[gone.AccountId].Remove(id);
        foreach (var child in gone.Children) RemoveMedia(child);
    }

    internal void CountPublish(string account, DateTimeOffset at) => Listed(_publishes, account).Add(at);

    internal void CountContainer(string account, DateTimeOffset at) => Listed(_made, account).Add(at);

    /// <summary>Posts published through the API after a moment; a carousel is one, and a deleted post stays counted.</summary>
    internal int PublishedSince(string account, DateTimeOffset since) => Since(_publishes, account, since);

    /// <summary>Containers made after a moment.</summary>
    internal int MadeSince(string account, DateTimeOffset since) => Since(_made, account, since);

    internal void Add(Comment comment)
    {
        if (Comments.TryAdd(comment.Id, comment)) Listed(_commentsByMedia, comment.MediaId).Add(comment.Id);
    }

    internal void Add(Message message)
    {
        if (!Messages.TryAdd(message.Mid, message)) return;
        var conversation = Between(message.AccountId, message.PersonId);
        Conversations[(message.AccountId, message.PersonId)] = conversation with
        {
            Mids = [.. conversation.Mids, message.Mid],
            UpdatedAt = message.Timestamp > conversation.UpdatedAt ? message.Timestamp : conversation.UpdatedAt,
            WindowOpenedAt = message.FromAccount ? conversation.WindowOpenedAt : message.Timestamp,
            PrivateReplyUnanswered = message.FromAccount && (conversation.PrivateReplyUnanswered || message.CommentId is not null),
        };
    }

    internal void OpenWindow(string account, string person, DateTimeOffset at)
    {
        var conversation = Between(account, person);
        Conversations[(account, person)] = conversation with { WindowOpenedAt = at, UpdatedAt = at, PrivateReplyUnanswered = false };
    }

    internal void Notify(JournalEntry entry, NotificationDraft draft)
    {
        if (Planting) return;
        foreach (var host in (ReadOnlySpan<ApiHost>)[ApiHost.Instagram, ApiHost.Facebook])
        {
            if (!IsDeliverable(host, draft)) continue;
            Outbox.Add(new((entry.Seq * 2) + (int)host, host, draft.AccountId, draft.Field, draft.Messaging, draft.Value.DeepClone().AsObject(), entry.Time));
        }
    }

    /// <summary>App subscribed, account subscribed and permission granted: all three, or nothing arrives.</summary>
    private bool IsDeliverable(ApiHost host, NotificationDraft draft)
    {
        if (!AppFields.Contains(draft.Field) || !Subscriptions.TryGetValue((host, draft.AccountId), out var fields)) return false;
        // A Page subscription to any Page field lets all Instagram events of the app through.
        if (host == ApiHost.Instagram && !fields.Contains(draft.Field)) return false;
        return Grants.TryGetValue((host, draft.AccountId), out var scopes) && scopes.Contains(WebhookFields.Permission(host, draft.Field));
    }

    private Conversation Between(string account, string person) => Conversations.GetValueOrDefault((account, person))
        ?? new Conversation { Id = Ids.Conversation(account, person), AccountId = account, PersonId = person };

    private static int Since(Dictionary<string, List<DateTimeOffset>> index, string account, DateTimeOffset since) =>
        index.TryGetValue(account, out var times) ? times.AsEnumerable().Reverse().TakeWhile(at => at > since).Count() : 0;

    private static List<T> Listed<T>(Dictionary<string, List<T>> index, string key)
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        return list;
    }
}
