using Directino.Insights;

namespace Directino.Web.Insights;

/// <summary>The four numbers that are figures and curves.</summary>
public enum ChartMetric
{
    Followers,
    Reach,
    Views,
    Interactions,
}

internal static class ChartMetrics
{
    public static Reading Of(this DayOfNumbers day, ChartMetric metric) => metric switch
    {
        ChartMetric.Followers => day.Followers,
        ChartMetric.Reach => day.Reach,
        ChartMetric.Views => day.Views,
        ChartMetric.Interactions => day.Interactions,
    };

    public static OverviewFigure Of(this AccountOverview overview, ChartMetric metric) => metric switch
    {
        ChartMetric.Followers => overview.Followers,
        ChartMetric.Reach => overview.Reach,
        ChartMetric.Views => overview.Views,
        ChartMetric.Interactions => overview.Interactions,
    };
}
