using Directino.Accounts;

namespace Directino.Persistence;

/// <summary>The one door to the database. Whoever opens it says from which workspace.</summary>
public sealed class Database(Func<DirectinoContext> create)
{
    /// <summary>A context that sees and saves the rows of one workspace only.</summary>
    public DirectinoContext Open(WorkspaceId workspace)
    {
        var context = create();
        context.Workspace = workspace;
        return context;
    }

    /// <summary>A context for the machinery that serves all workspaces. Never for answering a person's request about their data.</summary>
    public DirectinoContext OpenEverywhere()
    {
        var context = create();
        context.SeesEverything = true;
        return context;
    }
}
