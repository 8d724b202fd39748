using Directino.Accounts.Connecting;
using Directino.Accounts.Keys;
using Directino.Accounts.Tokens;
using Directino.Hosting;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Accounts;

/// <summary>People, workspaces, connected Instagram accounts, tokens and their renewal.</summary>
public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SecretsOptions>(configuration, "Secrets", CheckSecrets);
        services.AddSingleton(sp => Key(sp.GetRequiredService<IOptions<SecretsOptions>>().Value, sp.GetRequiredService<IOptions<HostingOptions>>().Value));
        services.AddSingleton<TokenVault>();
        services.AddSingleton<AccountAccess>();
        services.AddSingleton<CallBudget>();
        services.AddSingleton<AccountConnector>();
        services.AddSingleton<ConnectFlow>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<OwnerNews>();
        services.AddSingleton<IDueHandler, RefreshToken>();
        services.AddSingleton<IDueHandler, WatchSubscription>();
        services.AddSingleton<IDueHandler, ForgetAttempt>();
        services.AddSingleton(sp => new MetaCallbacks(
            sp.GetRequiredService<Database>(), sp.GetRequiredService<InstagramClientOptions>(), sp.GetRequiredService<DueBook>(), sp.GetRequiredService<OwnerNews>(),
            sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<MetaCallbacks>>()));
        services.AddSingleton<DeletionStatus>();
        services.AddSingleton<IDueHandler, EraseAccount>();
        services.AddSingleton<Members>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<KeyBook>();
        services.AddScoped<Registration>();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 10;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 8;
            })
            .AddDefaultTokenProviders();
        services.AddScoped<IUserStore<Person>>(sp => new UserOnlyStore<Person, DirectinoContext, Guid>(sp.GetRequiredService<DirectinoContext>()));
        return services;
    }

    private static MasterKey Key(SecretsOptions secrets, HostingOptions hosting) =>
        secrets.MasterKey is { Length: > 0 } text
            ? MasterKey.FromBase64(text)
            : MasterKey.FromFile(secrets.MasterKeyFile ?? Path.Combine(hosting.DataFolder, "keys", "master.key"));

    private static IEnumerable<string> CheckSecrets(SecretsOptions secrets)
    {
        if (secrets.MasterKey is { Length: > 0 } text && (!TryBase64(text, out var length) || length != 32))
            yield return "MasterKey must be 32 bytes in base64; make one with “openssl rand -base64 32”.";
    }

    private static bool TryBase64(string text, out int length)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), buffer, out length);
    }
}
