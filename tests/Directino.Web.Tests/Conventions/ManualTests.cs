using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Instagram;

namespace Directino.Web.Tests.Conventions;

/// <summary>What somebody who sets up an app at Meta must enter stands in the manual, all of it.</summary>
public sealed class ManualTests
{
    private static readonly string Manual = Repository.Read("docs/connecting.md");

    [Theory]
    [InlineData(InstagramLogin.Instagram)]
    [InlineData(InstagramLogin.Facebook)]
    public void Every_permission_that_is_asked_for_is_named(InstagramLogin login) =>
        Scopes.ToAsk(login, Enum.GetValues<Capability>()).Where(s => !Manual.Contains($"`{s}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_webhook_field_that_is_subscribed_to_is_named() =>
        WantedFields.All.Where(f => !Manual.Contains($"`{f}`", StringComparison.Ordinal)).ShouldBeEmpty();
}
