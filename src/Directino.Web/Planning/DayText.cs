using Directino.Planning.Days;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says what is wrong with a note or a calendar, and where in its file.</summary>
public sealed class DayText(IStringLocalizer<DayWords> words)
{
    public string Say(DayFlaw flaw)
    {
        var why = words[$"Rule.{flaw.Rule}"].Value;
        return flaw.Line is { } line ? words["InEvent", Numbers.Say(line), flaw.Event ?? words["Untitled"].Value, why] : why;
    }
}
