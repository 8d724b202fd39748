using Directino.Accounts;
using Directino.Ledger;
using Directino.Planning.Quotas;
using Directino.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Publishing;

/// <summary>From due to done: containers, the slot, limits, outcomes.</summary>
public static class PublishingModule
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<Attempts>();
        services.AddSingleton<ContainerMaking>();
        services.AddSingleton<Afterwards>();
        services.AddSingleton<PublishingRules>();
        services.AddSingleton<Settlement>();
        services.AddSingleton<PublishingLimits>();
        services.AddSingleton<IPostQuotas>(sp => sp.GetRequiredService<PublishingLimits>());
        services.AddSingleton<PlaceSearch>();
        services.AddSingleton<ProductSearch>();
        services.AddSingleton<AudioSearch>();
        services.AddSingleton<PollReading>();
        services.AddSingleton(sp => new PublishingStory(sp.GetRequiredService<Database>(), sp.GetRequiredService<ContainerMaking>()));
        services.AddSingleton<IActKind, CreateContainer>();
        services.AddSingleton<IActKind, PublishMedia>();
        services.AddSingleton<IActKind, FirstComment>();
        services.AddSingleton<IActKind, CloseComments>();
        services.AddSingleton<IActKind, DeleteMedia>();
        services.AddSingleton<Deletion>();
        services.AddSingleton<AuthorNews>();
        services.AddSingleton<PostReach>();
        services.AddSingleton<IDueHandler, Rehearse>();
        services.AddSingleton<IDueHandler, PreparePost>();
        services.AddSingleton<IDueHandler, SlotReached>();
        services.AddSingleton<IDueHandler, AwaitContainer>();
        services.AddSingleton<AwaitHand>();
        services.AddSingleton<IDueHandler>(sp => sp.GetRequiredService<AwaitHand>());
        services.AddSingleton<IDueHandler, FindByHand>();
        services.AddSingleton<IDueHandler, ReadPermalink>();
        services.AddSingleton<IAccountConnected, GoOnAfterLogin>();
        return services;
    }
}
