using Directino.Accounts;

namespace Directino.Insights;

/// <summary>An account's last thirty days.</summary>
/// <param name="Refusal">Rule of the gate that keeps us from reading on, or null.</param>
/// <param name="Trouble">Name of Instagram's last error, or null.</param>
/// <param name="DaysRead">How many of <paramref name="Days"/> have been asked for, to show how far a first reading is.</param>
public sealed record AccountOverview(
    AccountId Account, string Username, string? PictureUrl, string? Refusal, string? Trouble,
    OverviewFigure Followers, OverviewFigure Reach, OverviewFigure Views, OverviewFigure Interactions,
    IReadOnlyList<DayOfNumbers> Days, int DaysRead);

/// <summary>A number beside the one it is compared with.</summary>
/// <param name="From">First day it speaks of; of the follower total, the day it is compared with.</param>
/// <param name="To">Last day it speaks of.</param>
public sealed record OverviewFigure(Reading Now, long? Before, DateOnly From, DateOnly To)
{
    /// <summary>Change as a share of one; null when there is nothing to compare with.</summary>
    public double? Change => Now.Value is { } value && Before is > 0 and { } before ? (value - before) / (double)before : null;
}

/// <summary>One of Instagram's days.</summary>
public sealed record DayOfNumbers(DateOnly Day, Reading Followers, Reading Reach, Reading Views, Reading Interactions);
