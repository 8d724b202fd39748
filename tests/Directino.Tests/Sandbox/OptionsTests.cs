using Microsoft.Extensions.Options;

namespace Directino.Tests.Sandbox;

public sealed class OptionsTests
{
    [Fact]
    public async Task Every_wrong_setting_is_named_at_once()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => SandboxHost.Start(("QuotaTotal", "0"), ("WebhookUrl", "nowhere"), ("AppId", " ")));
        failure.Message.ShouldContain("Sandbox:QuotaTotal");
        failure.Message.ShouldContain("Sandbox:WebhookUrl");
        failure.Message.ShouldContain("Sandbox:AppId");
    }
}
