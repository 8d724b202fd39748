using Microsoft.Extensions.DependencyInjection;

namespace Directino.Labels;

/// <summary>The words a workspace sorts its posts and its library by.</summary>
public static class LabelsModule
{
    public static IServiceCollection AddLabels(this IServiceCollection services) => services.AddSingleton<LabelBook>();
}
