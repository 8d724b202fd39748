using Directino.Ledger;
using Directino.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Planning;

/// <summary>Posts: written, given a time, moved, withdrawn; the calendar.</summary>
public static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.AddSingleton<Planner>();
        services.AddSingleton<PlanReader>();
        services.AddSingleton<LabelBook>();
        services.AddSingleton<TimetableBook>();
        services.AddSingleton<WorkingCopies>();
        services.AddSingleton<ICauseNames, PostNames>();
        services.AddSingleton<IMediaUse, PostMediaUse>();
        return services;
    }
}
