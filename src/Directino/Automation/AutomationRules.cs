namespace Directino.Automation;

/// <summary>Names of the rules that keep a workflow from answering. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class AutomationRules
{
    /// <summary>A workflow has answered this person under this post.</summary>
    public const string PersonAnswered = "person-answered";

    /// <summary>The comment is an answer in a thread in which a workflow has spoken.</summary>
    public const string OwnThread = "own-thread";

    /// <summary>The comment was written before the workflow was switched on.</summary>
    public const string BeforeSwitch = "before-switch";

    /// <summary>The comment became known too long after it was written.</summary>
    public const string TooLate = "too-late";

    /// <summary>A more specific or older workflow answers it.</summary>
    public const string OtherWorkflow = "other-workflow";
}
