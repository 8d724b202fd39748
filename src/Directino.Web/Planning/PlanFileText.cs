using System.Globalization;
using Directino.Planning;
using Directino.Planning.Files;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says what is wrong with a file of posts and its rows.</summary>
public sealed class PlanFileText(IStringLocalizer<PlanFileWords> words, PlanningText posts)
{
    public string Refusal(PlanFileReading.Refused refused) => words[$"Rule.{refused.Rule}", Said(refused.About ?? "")];

    public string Problem(RowProblem problem, CheckedRow row)
    {
        if (problem.Objection is { } objection)
            return posts.Objection(objection, row.Content);
        if (problem is { Rule: PlanFileRules.DateAmbiguous, Moment: { DayFirst: { } one, MonthFirst: { } other } })
            return words[$"Rule.{problem.Rule}", Said(problem.About[0]), Day(one), Day(other), Said(RowTime.Write(one))];
        return words[$"Rule.{problem.Rule}", [.. problem.About.Select(Said)]];
    }

    /// <summary>Everything about one cell as one text; null when there is nothing.</summary>
    public string? Problems(CheckedRow row, PlanColumn column, Func<RowProblem, bool> which)
    {
        var text = string.Join(' ', row.Problems.Where(p => p.Column == column && which(p)).Select(p => Problem(p, row)).Distinct());
        return text.Length == 0 ? null : text;
    }

    public string Column(PlanColumn column) => words[$"Column.{column}"];

    public static string Day(DateOnly day) => Numbers.Digits(day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>What somebody wrote keeps its own order within a sentence from right to left.</summary>
    private static object Said(object about) => about switch
    {
        int number => Numbers.Say(number),
        string text when CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft => $"\u2068{text}\u2069",
        _ => about,
    };
}
