using Microsoft.Extensions.Options;

namespace Directino.Sandbox;

/// <summary>Names every wrong key at once.</summary>
internal sealed class SandboxOptionsValidation : IValidateOptions<SandboxOptions>
{
    public ValidateOptionsResult Validate(string? name, SandboxOptions options)
    {
        var wrong = new List<string>();
        Needed(nameof(options.AppId), options.AppId);
        Needed(nameof(options.AppSecret), options.AppSecret);
        Needed(nameof(options.MetaAppId), options.MetaAppId);
        Needed(nameof(options.MetaAppSecret), options.MetaAppSecret);
        Needed(nameof(options.VerifyToken), options.VerifyToken);
        Address(nameof(options.WebhookUrl), options.WebhookUrl);
        Address(nameof(options.DeauthorizeUrl), options.DeauthorizeUrl);
        Address(nameof(options.DataDeletionUrl), options.DataDeletionUrl);
        Address(nameof(options.PublicUrl), options.PublicUrl);
        foreach (var uri in options.RedirectUris) Address(nameof(options.RedirectUris), uri);
        AtLeast(nameof(options.QuotaTotal), options.QuotaTotal, 1);
        AtLeast(nameof(options.ContainersPerDay), options.ContainersPerDay, 1);
        AtLeast(nameof(options.ContainerPolls), options.ContainerPolls, 0);
        AtLeast(nameof(options.NewestVersion), options.NewestVersion, options.OldestVersion);
        AtLeast(nameof(options.ImageDelay), options.ImageDelay.Ticks, 0);
        AtLeast(nameof(options.VideoDelay), options.VideoDelay.Ticks, 0);
        AtLeast(nameof(options.TrialTime), options.TrialTime.Ticks, 0);
        AtLeast(nameof(options.InsightsDelay), options.InsightsDelay.Ticks, 0);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Needed(string key, string value)
        {
            if (string.IsNullOrWhiteSpace(value)) wrong.Add($"{SandboxOptions.Section}:{key} must not be empty.");
        }

        void Address(string key, string? value)
        {
            if (value is null) return;
            if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                wrong.Add($"{SandboxOptions.Section}:{key} must be an absolute http or https address.");
            }
        }

        void AtLeast(string key, long value, long least)
        {
            if (value < least) wrong.Add($"{SandboxOptions.Section}:{key} must be at least {least}.");
        }
    }
}
