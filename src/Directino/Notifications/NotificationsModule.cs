using Directino.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Notifications;

/// <summary>What members are told: in the product and by mail.</summary>
public static class NotificationsModule
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<NotificationBook>();
        services.AddSingleton<NotificationDesk>();
        services.AddSingleton<INotificationSubjects, AccountSubjects>();
        services.AddSingleton<INotificationSubjects, ErasedSubjects>();
        services.AddSingleton<IDueHandler, TellByMail>();
        return services;
    }
}
