namespace Directino.Web.Home;

/// <summary>What the start page asks the features for.</summary>
internal static class HomeModule
{
    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.AddSingleton<YesterdayReport>();
        services.AddSingleton<INeedsYou, AccountsToReconnect>();
        services.AddSingleton<INeedsYou, PostsThatNeedYou>();
        services.AddSingleton<INeedsYou, ApprovalsThatNeedYou>();
        services.AddSingleton<INeedsYou, ActsInDoubt>();
        return services;
    }
}
