using Directino.Accounts;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Tests.Ledger;

/// <summary>One account with a ledger and an act that does as it is told. Only the dispatcher works here; nothing else is due.</summary>
internal sealed class LedgerStage : IAsyncDisposable
{
    private readonly Studio.Studio _studio;
    private Guid _run = Guid.CreateVersion7();

    private LedgerStage(Studio.Studio studio, TestWorkspace workspace, ConnectedAccount account, FakeAct kind)
    {
        (_studio, Workspace, Account, Kind) = (studio, workspace, account, kind);
    }

    public Studio.Studio Studio => _studio;

    public TestWorkspace Workspace { get; }

    public ConnectedAccount Account { get; }

    public FakeAct Kind { get; }

    public Dispatcher Dispatcher => _studio.Get<Dispatcher>();

    public static async Task<LedgerStage> Open(params string[] scopes)
    {
        var kind = new FakeAct();
        var studio = await Tests.Studio.Studio.Open(s => s.AddSingleton<IActKind>(kind));
        var workspace = await studio.OpenWorkspace();
        return new LedgerStage(studio, workspace, await workspace.Connect("nora.bakes", scopes), kind);
    }

    public static InstagramFault Fault(int code, int? subcode = null, TimeSpan? retryAfter = null) =>
        new() { Code = code, Subcode = subcode, TraceId = "Atrace1", RetryAfter = retryAfter };

    public async Task<Act?> Intend(string onceKey = "once", Cause? cause = null, Guid? subject = null, string? follower = null)
    {
        await using var db = Workspace.Open();
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == Account.Id);
        var act = await _studio.Get<LedgerBook>().Intend(
            db, account, Kind.Name, Capability.Comments, cause ?? Cause.Member(Workspace.Owner), subject ?? Guid.CreateVersion7(),
            new { Text = "Thank you" }, onceKey, follower);
        await db.SaveChangesAsync();
        return act;
    }

    /// <summary>Works off everything that is due now.</summary>
    public async Task Work()
    {
        while (await Dispatcher.RunNext(Account.Id, _run, CancellationToken.None))
        {
        }
    }

    public async Task Pass(TimeSpan time)
    {
        _studio.Clock.Advance(time);
        await Work();
    }

    /// <summary>Another process takes over.</summary>
    public void Restart() => _run = Guid.CreateVersion7();

    public async Task<Act> Find(Act? act)
    {
        await using var db = Workspace.Open();
        return await db.Set<Act>().AsNoTracking().SingleAsync(a => a.Id == act!.Id);
    }

    public async Task Change(Action<ConnectedAccount> change)
    {
        await using var db = Workspace.Open();
        change(await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == Account.Id));
        await db.SaveChangesAsync();
    }

    public async Task<ConnectedAccount> Reload()
    {
        await using var db = Workspace.Open();
        return await db.Set<ConnectedAccount>().AsNoTracking().SingleAsync(a => a.Id == Account.Id);
    }

    public ValueTask DisposeAsync() => _studio.DisposeAsync();
}
