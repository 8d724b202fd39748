using Directino.Accounts;
using Directino.Labels;
using Directino.Ledger;
using Directino.Media;
using Directino.Notifications;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;
using Directino.Planning.Evergreen;
using Directino.Planning.Days;
using Directino.Planning.Feeds;
using Directino.Planning.Files;
using Directino.Planning.Groups;
using Directino.Planning.Ideas;
using Directino.Planning.Neighbours;
using Directino.Planning.Profile;
using Directino.Planning.Queue;
using Directino.Planning.Quotas;
using Directino.Planning.Remarks;
using Directino.Planning.Series;
using Directino.Planning.Snippets;
using Directino.Planning.Versions;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Planning;

/// <summary>Posts: written, given a time, moved, withdrawn; the calendar.</summary>
public static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.AddSingleton<Planner>();
        services.AddSingleton<PostWay>();
        services.AddSingleton<PostGroups>();
        services.AddSingleton<PostWriter>();
        services.AddSingleton<QuotaReader>();
        services.AddSingleton<QuotaWatch>();
        services.AddSingleton<OutlookReader>();
        services.AddSingleton<ApprovalNews>();
        services.AddSingleton<VersionLog>();
        services.AddSingleton<PostHistory>();
        services.AddSingleton<ApprovalWatch>();
        services.AddSingleton<ApprovalBook>();
        services.AddSingleton<ApprovalReader>();
        services.AddSingleton<RemarkBook>();
        services.AddSingleton<ClientLinks>();
        services.AddSingleton<IMemberChanged, ApproverChanged>();
        services.AddSingleton<PlanReader>();
        services.AddSingleton<NeighbourReader>();
        services.AddSingleton<ProfileReader>();
        services.AddSingleton<TimeSwap>();
        services.AddSingleton<ILabelled, PostsLabelled>();
        services.AddSingleton<CampaignBook>();
        services.AddSingleton<TimetableBook>();
        services.AddSingleton<WorkingCopies>();
        services.AddSingleton<PlanImports>();
        services.AddSingleton<PlanExport>();
        services.AddSingleton<FeedBook>();
        services.AddSingleton<SnippetBook>();
        services.AddSingleton<QueueBook>();
        services.AddSingleton<IdeaBook>();
        services.AddSingleton<EvergreenKeeper>();
        services.AddSingleton<EvergreenBook>();
        services.AddSingleton<IDueHandler, FillEvergreen>();
        services.AddSingleton<SeriesKeeper>();
        services.AddSingleton<SeriesBook>();
        services.AddSingleton<SeriesReader>();
        services.AddSingleton<IDueHandler, TendSeries>();
        services.AddSingleton<IZoneChanged, SeriesOfAccount>();
        services.AddSingleton<IAccountConnected, SeriesOfAccount>();
        services.AddSingleton<DayNotes>();
        services.AddSingleton<DayReader>();
        services.AddSingleton<DayCalendars>();
        services.AddSingleton(sp => new CalendarFetcher(sp.GetRequiredService<FetchGuard>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDueHandler, RefreshCalendar>();
        services.AddSingleton<ICauseNames, PostNames>();
        services.AddSingleton<INotificationSubjects, PostSubjects>();
        services.AddSingleton<IMediaUse, PostMediaUse>();
        return services;
    }
}
