namespace Directino.Automation;

/// <summary>Section <c>Automation</c>.</summary>
public sealed class AutomationOptions
{
    /// <summary>How old a comment may be when it becomes known and still be answered by a workflow, e.g. after an outage. Default: one day.</summary>
    public TimeSpan AnswerUntil { get; set; } = TimeSpan.FromDays(1);
}
