using Directino.Accounts;
using Directino.Hosting;
using Directino.Insights.BestTimes;
using Directino.Insights.Sync;
using Directino.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Insights;

/// <summary>Numbers of accounts and posts: read in small steps, kept as our own history, shown with source and age.</summary>
public static class InsightsModule
{
    public static IServiceCollection AddInsights(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<InsightsOptions>(configuration, "Insights");
        services.AddSingleton<AccountReport>();
        services.AddSingleton<InsightsExport>();
        services.AddSingleton<BestTimesReader>();

        // In the order in which somebody who has just connected wants to see them.
        services.AddSingleton<IInsightsStep, FollowersStep>();
        services.AddSingleton<IInsightsStep, PostListStep>();
        services.AddSingleton<IInsightsStep, WindowsStep>();
        services.AddSingleton<IInsightsStep, ReachStep>();
        services.AddSingleton<IInsightsStep, OnlineStep>();
        services.AddSingleton<IInsightsStep, DaysStep>();
        services.AddSingleton<IInsightsStep, PostNumbersStep>();
        services.AddSingleton<InsightsSync>();
        services.AddSingleton<IDueHandler>(sp => sp.GetRequiredService<InsightsSync>());
        services.AddSingleton<IAccountConnected>(sp => sp.GetRequiredService<InsightsSync>());
        return services;
    }
}
