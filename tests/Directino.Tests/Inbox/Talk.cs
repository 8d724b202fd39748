using Directino.Accounts;
using Directino.Automation;
using Directino.Inbox;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Messages;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Comment = Directino.Inbox.Comment;
using Conversation = Directino.Inbox.Conversation;
using Message = Directino.Inbox.Message;

namespace Directino.Tests.Inbox;

/// <summary>A bakery whose inbox is connected and read back, and the people who write to it.</summary>
internal sealed class Talk : IAsyncDisposable
{
    public const string Page = "nora.bakes";
    private int _journalLength;

    private Talk(Studio.Studio studio, TestWorkspace workspace, ConnectedAccount account) =>
        (Studio, Workspace, Account) = (studio, workspace, account);

    public Studio.Studio Studio { get; }

    public TestWorkspace Workspace { get; }

    public ConnectedAccount Account { get; }

    public TestSandbox Sandbox => Studio.Sandbox;

    /// <summary>The newest post of the page.</summary>
    public string Post => Sandbox.World.Read(s => s.MediaOf(Account.InstagramId).First(m => m.CommentsEnabled).Id);

    public string OlderPost => Sandbox.World.Read(s => s.MediaOf(Account.InstagramId).Skip(1).First(m => m.CommentsEnabled).Id);

    public static async Task<Talk> Begin(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? more = null)
    {
        var studio = await Tests.Studio.Studio.Open(more, FirstSync.Inbox);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect(Page);
        await studio.Settle();
        var talk = new Talk(studio, workspace, account);
        talk.Forget();
        return talk;
    }

    /// <summary>Counts effects from here on.</summary>
    public void Forget() => _journalLength = Sandbox.Journal().Count;

    /// <summary>What the account wrote under posts since <see cref="Forget"/>, as Instagram knows it.</summary>
    public IReadOnlyList<string> PublicAnswers => [.. Effects().OfType<CommentMade>().Where(c => c.Comment.PersonId is null).Select(c => c.Comment.Text)];

    /// <summary>What the account wrote to people since <see cref="Forget"/>, as Instagram knows it.</summary>
    public IReadOnlyList<string?> SentMessages => [.. Effects().OfType<MessageSent>().Where(m => m.Message.FromAccount).Select(m => m.Message.Text)];

    public Task<string> Comments(string person, string text, string? post = null, string? parent = null) =>
        Task.FromResult(Sandbox.Control.Comment(person, post ?? Post, text, parent).Id);

    public string Writes(string person, string text) => Sandbox.Control.Message(person, Page, text).Mid;

    public async Task<T> Read<T>(Func<DirectinoContext, Task<T>> query)
    {
        await using var db = Workspace.Open();
        return await query(db);
    }

    public Task<List<Comment>> CommentRows(string instagramId) => Read(db => db.Set<Comment>().Where(c => c.InstagramId == instagramId).ToListAsync());

    public Task<Conversation> ConversationWith(string person) => Read(async db =>
    {
        var id = Sandbox.World.Read(s => s.ScopedId(s.PersonNamed(person)!.Id, Account.InstagramId));
        return await db.Set<Conversation>().SingleAsync(c => c.Kind == ConversationKind.Messages && c.Key == id);
    });

    public Task<List<Message>> MessagesWith(string person) => Read(async db =>
    {
        var conversation = await ConversationWith(person);
        return await db.Set<Message>().Where(m => m.ConversationId == conversation.Id).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync();
    });

    public async Task Reply(string comment, string text, Cause? cause = null)
    {
        await using var db = Workspace.Open();
        var row = await db.Set<Comment>().SingleAsync(c => c.InstagramId == comment);
        await Studio.Get<Answers>().Reply(db, await Mine(db), row, text, cause ?? Cause.Member(Workspace.Owner));
        await db.SaveChangesAsync();
    }

    public async Task<bool> ReplyInPrivate(string comment, string text, Cause? cause = null)
    {
        await using var db = Workspace.Open();
        var row = await db.Set<Comment>().SingleAsync(c => c.InstagramId == comment);
        var sent = await Studio.Get<Answers>().ReplyInPrivate(db, await Mine(db), row, text, cause ?? Cause.Member(Workspace.Owner), default);
        await db.SaveChangesAsync();
        return sent is not null;
    }

    public async Task Send(string person, string text, Cause? cause = null)
    {
        var id = (await ConversationWith(person)).Id;
        await using var db = Workspace.Open();
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == id);
        await Studio.Get<Answers>().Send(db, await Mine(db), conversation, text, cause ?? Cause.Member(Workspace.Owner));
        await db.SaveChangesAsync();
    }

    public Task<List<Act>> Acts(string kind) => Read(db => db.Set<Act>().Where(a => a.Kind == kind).OrderBy(a => a.Id).ToListAsync());

    public void Trouble(string call, FaultKind kind) => Sandbox.Faults.Set(new Fault { Call = call, Method = "POST", Kind = kind });

    public async Task<Workflow> Workflow(Func<WorkflowDraft, WorkflowDraft>? shape = null, bool on = true)
    {
        var draft = new WorkflowDraft
        {
            AccountId = Account.Id, Name = "Prices", Keywords = ["price", "قیمت"], PublicTexts = ["Just sent it to you!"],
            PrivateText = "Hi {name}, the list is at nora.example/prices", Disclosure = "Sent automatically.",
        };
        await using var db = Workspace.Open();
        var workflow = (await Studio.Get<WorkflowBook>().Add(db, shape?.Invoke(draft) ?? draft, Workspace.Owner, default))!;
        if (on)
            await Studio.Get<WorkflowBook>().Switch(db, workflow.Id, true, default);
        return workflow;
    }

    public ValueTask DisposeAsync() => Studio.DisposeAsync();

    private Task<ConnectedAccount> Mine(DirectinoContext db) => db.Set<ConnectedAccount>().SingleAsync(a => a.Id == Account.Id);

    private IEnumerable<Effect> Effects() => Sandbox.Journal().Skip(_journalLength).Select(e => e.Effect);
}
