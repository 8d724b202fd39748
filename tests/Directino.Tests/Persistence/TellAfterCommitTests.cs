using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Tests.Studio;

namespace Directino.Tests.Persistence;

/// <summary>Whoever hears of a change reads it at once: they must hear of it only when it is there.</summary>
public sealed class TellAfterCommitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_by_itself_is_told_at_once()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        await using var db = workspace.Open();
        db.Add(Due(studio, workspace));
        await db.SaveChangesAsync(Ct);
        Announced(studio).ShouldContain((workspace.Id, nameof(DueItem)));
    }

    [Fact]
    public async Task Saves_within_a_transaction_are_told_together_after_its_commit()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var before = Announced(studio).Count;
        await using var db = workspace.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        db.Add(Due(studio, workspace));
        await db.SaveChangesAsync(Ct);
        db.Add(Due(studio, workspace));
        await db.SaveChangesAsync(Ct);
        Announced(studio).Count.ShouldBe(before);
        await transaction.CommitAsync(Ct);
        Announced(studio).Skip(before).ShouldBe([(workspace.Id, nameof(DueItem))]);
    }

    [Fact]
    public async Task What_was_rolled_back_is_told_to_nobody()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var before = Announced(studio).Count;
        await using var db = workspace.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync(Ct))
        {
            db.Add(Due(studio, workspace));
            await db.SaveChangesAsync(Ct);
            await transaction.RollbackAsync(Ct);
        }

        await db.SaveChangesAsync(Ct);
        Announced(studio).Count.ShouldBe(before);
    }

    private static IReadOnlyList<(WorkspaceId Workspace, string Kind)> Announced(Studio.Studio studio) => ((FakeChangeFeed)studio.Get<IChangeFeed>()).Announced;

    private static DueItem Due(Studio.Studio studio, TestWorkspace workspace) => new()
    {
        Id = DueId.New(studio.Clock), WorkspaceId = workspace.Id, Kind = "x", SubjectId = Guid.CreateVersion7(), DueAt = studio.Clock.GetUtcNow().AddDays(1), Lane = 1,
    };
}
