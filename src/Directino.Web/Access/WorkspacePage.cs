using Directino.Persistence;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Access;

/// <summary>
/// Base of pages that work in the visitor's workspace: knows the visitor, opens the database for it, reads again
/// when what it shows has changed. Override <see cref="Load"/>; name what it shows in <see cref="Shows"/>.
/// </summary>
public abstract class WorkspacePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;

    [Inject]
    protected CurrentVisitor Visitors { get; set; } = null!;

    [Inject]
    protected Database Database { get; set; } = null!;

    [Inject]
    protected IChangeFeed Feed { get; set; } = null!;

    protected Visitor Visitor { get; private set; } = null!;

    /// <summary>Cancelled when the visitor leaves the page.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>Entity type names whose changes make this page read again, e.g. <c>[nameof(Post)]</c>.</summary>
    protected virtual IReadOnlyCollection<string> Shows => [];

    public virtual void Dispose()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected DirectinoContext Open() => Database.Open(Visitor.Workspace);

    /// <summary>Reads what the page shows. Called at first, when parameters change, and when something it shows changed.</summary>
    protected abstract Task Load();

    protected override async Task OnInitializedAsync()
    {
        Visitor = await Visitors.Get(Gone);
        if (RendererInfo.IsInteractive && Shows.Count > 0)
            _subscription = Feed.Subscribe(Visitor.Workspace, Shows, () => InvokeAsync(Reload));
    }

    protected override Task OnParametersSetAsync() => Load();

    /// <summary>Reads again and shows it.</summary>
    protected async Task Reload()
    {
        if (_gone.IsCancellationRequested)
            return;
        await Load();
        StateHasChanged();
    }
}
