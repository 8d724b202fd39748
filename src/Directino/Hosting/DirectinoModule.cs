using Directino.Accounts;
using Directino.Automation;
using Directino.Idempotency;
using Directino.Inbox;
using Directino.Instagram;
using Directino.Insights;
using Directino.Intake;
using Directino.Labels;
using Directino.Ledger;
using Directino.Mail;
using Directino.Media;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Planning;
using Directino.Privacy;
using Directino.Publishing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Directino.Hosting;

/// <summary>The whole product in one verb; each feature's index file says what it brings.</summary>
public static class DirectinoModule
{
    public static IServiceCollection AddDirectino(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<HostingOptions>(configuration, "Hosting", CheckHosting);
        services.AddPersistence(configuration);
        services.AddSingleton<IInterceptor, WriteWatch>();
        services.AddSingleton<IInterceptor, AnnounceAfterSave>();
        services.AddKeys();
        services.AddInstagram(configuration);

        services.AddAccounts(configuration);
        services.AddMail(configuration);
        services.AddPrivacy(configuration);
        services.AddLedger();
        services.AddNotifications();
        services.AddSingleton<KeyedRequests>();
        services.AddIntake(configuration);
        services.AddInsights(configuration);
        services.AddInbox(configuration);
        services.AddAutomation(configuration);
        services.AddLabels();
        services.AddMedia(configuration);
        services.AddPlanning();
        services.AddPublishing();
        return services;
    }

    private static void AddInstagram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<InstagramClientOptions>(configuration, "Instagram");
        services.TryAddSingleton(sp => sp.GetRequiredService<IOptions<InstagramClientOptions>>().Value);
        services.AddHttpClient(InstagramHttp).ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        services.AddSingleton(sp =>
        {
            var budget = sp.GetRequiredService<CallBudget>();
            return new InstagramClient(
                sp.GetRequiredService<IHttpClientFactory>().CreateClient(InstagramHttp),
                sp.GetRequiredService<InstagramClientOptions>(),
                sp.GetRequiredService<TimeProvider>())
            {
                UsageReported = (access, usage) => budget.Report(access.AccountId, (double)usage.MaxPercent, usage.Regain),
                HoldBack = access => budget.ClosedFor(access.AccountId),
            };
        });
    }

    /// <summary>Name of the HTTP client that talks to Instagram.</summary>
    public const string InstagramHttp = "instagram";

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Directino");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(sp => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new EntityFrameworkCoreXmlRepository<DirectinoContext>(sp, sp.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
            options.XmlEncryptor = new MasterKeyXmlEncryptor(sp.GetRequiredService<Accounts.Tokens.MasterKey>());
        }));
    }

    private static IEnumerable<string> CheckHosting(HostingOptions hosting)
    {
        if (hosting.PublicUrl is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return $"PublicUrl is “{url}”, which is not an address such as https://directino.example.";
        if (!System.Net.IPAddress.TryParse(hosting.ClusterAddress, out _))
            yield return $"ClusterAddress is “{hosting.ClusterAddress}”, which is not an IP address.";
    }
}
