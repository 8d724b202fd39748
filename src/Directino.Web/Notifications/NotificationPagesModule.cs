using Directino.Web.Accounts;

namespace Directino.Web.Notifications;

/// <summary>What the pages of notifications need.</summary>
internal static class NotificationPagesModule
{
    public static IServiceCollection AddNotificationPages(this IServiceCollection services)
    {
        services.AddSingleton<NotificationText>();
        services.AddSingleton<IWaitingCount, UnreadCount>();
        return services;
    }
}
