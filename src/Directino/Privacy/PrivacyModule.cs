using Directino.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Privacy;

/// <summary>Classification of what is stored, the policy's version, and who answers for it.</summary>
public static class PrivacyModule
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<PrivacyOptions>(configuration, "Privacy", Check);
        return services;
    }

    private static IEnumerable<string> Check(PrivacyOptions options)
    {
        if (options.Contact is { Length: > 0 } contact && !System.Net.Mail.MailAddress.TryCreate(contact, out _))
            yield return $"Contact is “{contact}”, which is not an e-mail address.";
    }
}
