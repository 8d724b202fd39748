using Directino.Hosting;
using Directino.Inbox;
using Directino.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Automation;

/// <summary>Workflows: what answers by itself, when, and what became of it.</summary>
public static class AutomationModule
{
    public static IServiceCollection AddAutomation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AutomationOptions>(configuration, "Automation", Check);
        services.AddSingleton<ICommentArrived, AnswerComment>();
        services.AddSingleton<WorkflowBook>();
        services.AddSingleton<ICauseNames, WorkflowNames>();
        services.AddSingleton<Rehearsal>();
        return services;
    }

    private static IEnumerable<string> Check(AutomationOptions options)
    {
        if (options.AnswerUntil <= TimeSpan.Zero)
            yield return "AnswerUntil must be longer than nothing, or no comment is ever answered.";
    }
}
