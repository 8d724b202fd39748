using Directino.Accounts;
using Directino.Hosting;
using Directino.Intake;
using Directino.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Inbox;

/// <summary>Conversations, messages, comments: what arrives, what is answered, what is read back.</summary>
public static class InboxModule
{
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<InboxOptions>(configuration, "Inbox", Check);
        services.AddSingleton<InboxBook>();
        services.AddSingleton<MessageArrival>();
        services.AddSingleton<MessageIntake>();
        services.AddSingleton<CommentIntake>();
        services.AddSingleton<IIntakeHandler, InboxIntake>();

        services.AddSingleton<SentMessages>();
        services.AddSingleton<IActKind, ReplyToComment>();
        services.AddSingleton<IActKind, PrivateReply>();
        services.AddSingleton<IActKind, SendMessage>();
        services.AddSingleton<Answers>();
        services.AddSingleton<IFollowerNames, FollowerNames>();
        services.AddSingleton<ThreadQuery>();

        services.AddSingleton<SyncSteps>();
        services.AddSingleton<IDueHandler, SyncInbox>();
        services.AddSingleton<IDueHandler, ReadProfile>();
        services.AddSingleton<IDueHandler, ReadPost>();
        services.AddSingleton<IAccountConnected, SyncOnConnect>();
        return services;
    }

    private static IEnumerable<string> Check(InboxOptions options)
    {
        if (options.GapCheckEvery < TimeSpan.FromMinutes(5))
            yield return $"GapCheckEvery is {options.GapCheckEvery}; more often than every five minutes eats the account's call budget.";
    }
}
