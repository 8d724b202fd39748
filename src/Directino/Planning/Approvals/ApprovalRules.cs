namespace Directino.Planning.Approvals;

/// <summary>Names of the rules of approval. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class ApprovalRules
{
    /// <summary>The post needs approval and has none: it is not published.</summary>
    public const string Missing = "approval-missing";

    /// <summary>The workspace asks for no approval.</summary>
    public const string NotNeeded = "approval-not-needed";
    public const string AskedAlready = "approval-asked-already";
    public const string NotAsked = "approval-not-asked";
    public const string DecidedAlready = "approval-decided-already";

    /// <summary>The rule does not name this member.</summary>
    public const string NotApprover = "not-an-approver";

    /// <summary>The post was changed since they saw it.</summary>
    public const string OtherEdition = "approval-other-edition";
    public const string SentenceMissing = "approval-sentence-missing";
    public const string SentenceTooLong = "approval-sentence-too-long";

    /// <summary>Somebody changed the rule since it was read.</summary>
    public const string RuleChanged = "approval-rule-changed";

    /// <summary>A rule that names nobody.</summary>
    public const string ApproversMissing = "approvers-missing";

    /// <summary>Somebody is named who is no member, or whose role may not approve.</summary>
    public const string ApproverUnfit = "approver-unfit";
}
