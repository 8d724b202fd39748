using Directino.Planning;
using Directino.Planning.Evergreen;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says whose turn it is and why, and why a post cannot be in a pool.</summary>
public sealed class EvergreenText(IStringLocalizer<EvergreenWords> words, PlanningText text, Times times)
{
    public static string Address(string? account) => account is null ? "/plan/evergreen" : $"/plan/evergreen?account={Uri.EscapeDataString(account)}";

    public string Why(EvergreenTurn turn, string zone) => turn switch
    {
        { Why: EvergreenWhy.AllCoolDown, At: null } => words["Why.NothingThere"],
        { At: { } at } => words[$"Why.{turn.Why}", times.Say(at, zone)],
        _ => words[$"Why.{turn.Why}"],
    };

    public string Rule(string rule) => words[$"Rule.{rule}", Numbers.Say(EvergreenBook.Most)] is { ResourceNotFound: false } found ? found.Value : text.Rule(rule);

    /// <summary>Why it was not done, in words; null when it was.</summary>
    public string? Flaw(EvergreenOutcome outcome) => outcome switch
    {
        EvergreenOutcome.Refused refused => Rule(refused.Rule),
        EvergreenOutcome.Objected objected => text.Objections(objected.Objections, objected.Content),
        _ => null,
    };
}
