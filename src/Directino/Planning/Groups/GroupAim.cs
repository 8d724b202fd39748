namespace Directino.Planning.Groups;

/// <summary>What becomes of posts that are written as one, besides that they are saved.</summary>
public enum GroupAim
{
    /// <summary>Drafts stay drafts; those that are scheduled stay so, at their times.</summary>
    Keep,

    /// <summary>All get their times.</summary>
    Schedule,

    /// <summary>All go out at once, or none does.</summary>
    PublishNow,

    /// <summary>Approval is asked for of all that wait for nobody yet.</summary>
    AskForApproval,
}
