using Directino.Accounts;
using Directino.Ledger;
using Directino.Media;
using Directino.Planning.Approvals;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Planning;

/// <summary>Posts: written, given a time, moved, withdrawn; the calendar.</summary>
public static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.AddSingleton<Planner>();
        services.AddSingleton<PostWay>();
        services.AddSingleton<ApprovalWatch>();
        services.AddSingleton<ApprovalBook>();
        services.AddSingleton<ApprovalReader>();
        services.AddSingleton<IMemberChanged, ApproverChanged>();
        services.AddSingleton<PlanReader>();
        services.AddSingleton<LabelBook>();
        services.AddSingleton<TimetableBook>();
        services.AddSingleton<WorkingCopies>();
        services.AddSingleton<ICauseNames, PostNames>();
        services.AddSingleton<IMediaUse, PostMediaUse>();
        return services;
    }
}
