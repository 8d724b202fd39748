using Directino.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Studio;

public sealed class StudioTests
{
    [Fact]
    public async Task An_account_of_the_cast_connects_and_is_kept_in_its_workspace()
    {
        await using var studio = await Studio.Open();
        var mine = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var account = await mine.Connect("nora.bakes");
        await studio.Settle();

        await using var inside = mine.Open();
        await using var outside = other.Open();
        (await inside.Set<ConnectedAccount>().SingleAsync(TestContext.Current.CancellationToken)).InstagramId.ShouldBe(account.InstagramId);
        (await outside.Set<ConnectedAccount>().AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
