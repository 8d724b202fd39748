using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Ledger;

/// <summary>Intents and outcomes of every outward act, the gate with its rules, due rows.</summary>
public static class LedgerModule
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSingleton<LedgerBook>();
        services.AddSingleton<DueBook>();
        services.AddSingleton<Gate>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<DueRunner>();
        services.AddSingleton<AccountWorker>();
        services.AddSingleton<ActivityLog>();
        services.AddSingleton<ICauseNames, MemberNames>();
        services.AddSingleton<IInterceptor, WakeAfterSave>();
        return services;
    }
}
