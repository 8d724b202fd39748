using System.Security.Claims;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Accounts;

/// <summary>Fills the frame: the workspace's accounts and zone, the person's workspaces, and what waits where.</summary>
internal sealed class AccountsFrame(
    Visitors visitors, Database database, Members members, IChangeFeed feed, IEnumerable<IWaitingCount> counts,
    IStringLocalizer<HomeWords> words) : IFrameSource, IDisposable
{
    private IDisposable? _subscription;

    public event Action? Changed;

    public async Task<FrameState> ReadAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (await visitors.Of(person, cancellationToken) is not { } visitor)
            return FrameState.Of(person.Identity?.Name);
        _subscription ??= feed.Subscribe(visitor.Workspace, [nameof(ConnectedAccount), nameof(Workspace), .. counts.SelectMany(c => c.Kinds)], Tell);
        await using var db = database.Open(visitor.Workspace);
        var workspace = await db.Set<Workspace>().AsNoTracking().SingleAsync(cancellationToken);
        var accounts = visitor.May(Permission.SeeAccounts) || visitor.May(Permission.SeePlan)
            ? await db.Set<ConnectedAccount>().AsNoTracking().Where(a => a.State != AccountState.Disconnected).OrderBy(a => a.Username)
                .Select(a => new AccountChoice(a.Id.ToString(), a.Username, a.PictureUrl, a.State == AccountState.NeedsLogin)).ToListAsync(cancellationToken)
            : [];
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var count in counts)
            waiting[count.Route] = await count.Read(visitor, db, cancellationToken);
        var places = await members.WorkspacesOf(visitor.Person, cancellationToken);
        return new FrameState(IsGuest(visitor, workspace) ? words["GuestName"] : person.Identity?.Name ?? "", null, workspace.TimeZone, accounts, waiting)
        {
            Workspaces = [.. places.Select(p => new WorkspaceChoice(
                p.Id.ToString(), p.Id == visitor.Workspace && workspace.IsDemo ? words["GuestWorkspace"] : p.Name, p.Id == visitor.Workspace))],
        };
    }

    // Whoever looks around was named by us, in the language of that moment; they are called so in the language of this one.
    private static bool IsGuest(Visitor visitor, Workspace workspace) => workspace.IsDemo && visitor.Role == Role.Owner;

    public void Dispose() => _subscription?.Dispose();

    private Task Tell()
    {
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
