using Directino.Automation;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Automation;

/// <summary>Says a workflow as a sentence.</summary>
internal static class WorkflowText
{
    public static string Sentence(WorkflowSummary summary, IStringLocalizer<AutomationWords> words)
    {
        var workflow = summary.Workflow;
        var where = words[workflow.MediaId is null ? "AnyPost" : "OnePost", $"\u2066@{summary.AccountHandle}\u2069"];
        var keywords = string.Join($" {words["Or"].Value} ", workflow.KeywordList.Select(k => $"“{k}”"));
        var key = workflow.PublicTextList.Count == 0 ? "SentencePrivate" : workflow.PrivateText.Length == 0 ? "SentencePublic" : "SentenceBoth";
        return words[key, where.Value, keywords];
    }
}
