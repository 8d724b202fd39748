namespace Directino.Accounts;

/// <summary>One thing a member may or may not do. Also the name of the policy that pages and endpoints declare.</summary>
public enum Permission
{
    /// <summary>Be in the workspace at all: Today, one's own settings.</summary>
    Enter,
    SeePlan,
    EditPosts,
    SchedulePosts,

    /// <summary>Be named as somebody whose approval posts wait for.</summary>
    ApprovePosts,
    SeeInbox,
    Answer,
    SeeAutomation,
    EditAutomation,
    SeeInsights,
    SeeActivity,
    SeeAccounts,
    ManageAccounts,
    ManageMembers,
    ManageWorkspace,
}
