using Directino.Web.Labels;
using Directino.Web.Media;

namespace Directino.Web.Planning;

/// <summary>What the pages of posts and pictures need.</summary>
internal static class PlanningPagesModule
{
    public static IServiceCollection AddPlanningPages(this IServiceCollection services)
    {
        services.AddSingleton<MediaText>();
        services.AddScoped<LibraryDesk>();
        services.AddSingleton<PlanningText>();
        services.AddSingleton<PlanAnswers>();
        services.AddSingleton<PostPreflight>();
        services.AddSingleton<GroupAnswers>();
        services.AddSingleton<SnippetText>();
        services.AddSingleton<QueueText>();
        services.AddScoped<QueueDesk>();
        services.AddSingleton<IdeaText>();
        services.AddScoped<IdeaDesk>();
        services.AddSingleton<EvergreenText>();
        services.AddScoped<EvergreenDesk>();
        services.AddSingleton<SeriesText>();
        services.AddSingleton<SeriesAnswers>();
        services.AddScoped<SeriesDesk>();
        services.AddSingleton<VersionText>();
        services.AddScoped<VersionDesk>();
        services.AddSingleton<PlanFileText>();
        services.AddScoped<ImportDesk>();
        services.AddSingleton<FeedCalendar>();
        services.AddScoped<PlanMoves>();
        services.AddScoped<BoardMoves>();
        services.AddScoped<PlanBulk>();
        services.AddScoped<LabelDesk>();
        services.AddScoped<CampaignDesk>();
        services.AddSingleton<DayText>();
        services.AddScoped<DayDesk>();
        services.AddScoped<TimetableDesk>();
        services.AddScoped<PostDesk>();
        services.AddScoped<GroupDesk>();
        services.AddTransient<Composer>();
        services.AddTransient<ComposerActs>();
        services.AddScoped<ClientLinkDesk>();
        services.AddTransient<Autosave>();
        services.AddScoped<PostPageTools>();
        return services;
    }
}
