using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning;

/// <summary>The board says of every post where it stands, and of each only once.</summary>
public sealed class BoardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_state_and_approval_is_in_the_one_column_it_is_told_to_be_in()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var expected = 0;
        foreach (var state in Enum.GetValues<PostState>())
        {
            foreach (var approval in Enum.GetValues<ApprovalState>())
            {
                foreach (var reason in (string?[])[null, "token-ends"])
                {
                    var post = await shop.Draft(account, $"{state} {approval} {reason}");
                    await using var db = shop.Open();
                    await db.Set<Post>().Where(p => p.Id == post.Id).ExecuteUpdateAsync(p => p
                        .SetProperty(x => x.State, state).SetProperty(x => x.Approval, approval).SetProperty(x => x.Reason, reason), Ct);
                    expected++;
                }
            }
        }

        var seen = new List<PostId>();
        foreach (var column in Enum.GetValues<BoardColumn>())
        {
            var posts = await studio.Get<PlanReader>().Column(shop.Id, column, null, 100, Ct);
            posts.ShouldAllBe(p => BoardColumns.Of(p) == column);
            posts.ShouldNotBeEmpty();
            seen.AddRange(posts.Select(p => p.Id));
        }

        (seen.Count, seen.Distinct().Count()).ShouldBe((expected, expected));
    }

    [Fact]
    public async Task What_comes_next_is_first_and_a_draft_of_no_account_belongs_to_all()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (nora, terra) = (await shop.Connect("nora.bakes"), await shop.Connect("studio.terra"));
        var late = await shop.Schedule(nora, "Late", TimeSpan.FromHours(50));
        var soon = await shop.Schedule(nora, "Soon", TimeSpan.FromHours(2));
        await shop.Schedule(terra, "Elsewhere", TimeSpan.FromHours(1));
        var homeless = await shop.Draft(PostContent.Empty with { Caption = "A thought" });
        var reader = studio.Get<PlanReader>();
        (await reader.Column(shop.Id, BoardColumn.Scheduled, new PlanFilter(nora.Id), 10, Ct)).Select(p => p.Id).ShouldBe([soon.Id, late.Id]);
        (await reader.Column(shop.Id, BoardColumn.Draft, new PlanFilter(nora.Id), 10, Ct)).Select(p => p.Id).ShouldBe([homeless.Id]);
        (await reader.Column(shop.Id, BoardColumn.Scheduled, null, 1, Ct)).ShouldHaveSingleItem().Username.ShouldBe("studio.terra");
    }
}
