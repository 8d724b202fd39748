using System.ComponentModel.DataAnnotations;

namespace Directino.Insights;

/// <summary>Section <c>Insights</c>.</summary>
public sealed class InsightsOptions
{
    /// <summary>How many days back daily numbers are read when an account is connected. Default: 30; Instagram keeps 90.</summary>
    [Range(1, 90)]
    public int BackfillDays { get; set; } = 30;

    /// <summary>How many of an account's newest posts are followed. Default: 500; Instagram lists at most 10,000.</summary>
    [Range(10, 10_000)]
    public int Posts { get; set; } = 500;
}
