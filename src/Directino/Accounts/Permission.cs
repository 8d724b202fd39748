namespace Directino.Accounts;

/// <summary>One thing a member may or may not do. Also the name of the policy that pages and endpoints declare.</summary>
public enum Permission
{
    /// <summary>Be in the workspace at all: Today, one's own settings.</summary>
    Enter,
    SeePlan,
    EditPosts,
    SchedulePosts,
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
