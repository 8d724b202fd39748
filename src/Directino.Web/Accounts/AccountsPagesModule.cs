using Directino.Web.Home;
using Directino.Web.Layout;

namespace Directino.Web.Accounts;

/// <summary>What the pages of accounts, members and the first look need.</summary>
public static class AccountsPagesModule
{
    public static IServiceCollection AddAccountsPages(this IServiceCollection services)
    {
        services.AddScoped<IFrameSource, AccountsFrame>();
        services.AddScoped<LookAround>();
        services.AddScoped<MemberDesk>();
        services.AddSingleton<Settings.MailFolder>();
        return services;
    }
}
