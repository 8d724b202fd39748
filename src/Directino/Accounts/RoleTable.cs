using static Directino.Accounts.Permission;

namespace Directino.Accounts;

/// <summary>Who may what, in one table. Endpoints and pages name a <see cref="Permission"/>; this says which roles have it.</summary>
public static class RoleTable
{
    private static readonly Dictionary<Role, HashSet<Permission>> Granted = new()
    {
        [Role.Owner] = [.. Enum.GetValues<Permission>()],
        [Role.Admin] = [Enter, SeePlan, EditPosts, SchedulePosts, ApprovePosts, SeeInbox, Answer, SeeAutomation, EditAutomation, SeeInsights, SeeActivity, SeeAccounts, ManageAccounts, ManageMembers, ManageWorkspace],
        [Role.Editor] = [Enter, SeePlan, EditPosts, SchedulePosts, ApprovePosts, SeeInbox, Answer, SeeAutomation, EditAutomation, SeeInsights, SeeActivity, SeeAccounts],
        [Role.Approver] = [Enter, SeePlan, EditPosts, SchedulePosts, ApprovePosts, SeeInsights, SeeActivity, SeeAccounts],
        [Role.Agent] = [Enter, SeePlan, SeeInbox, Answer, SeeAutomation, SeeAccounts],
        [Role.Analyst] = [Enter, SeePlan, SeeInsights, SeeActivity, SeeAccounts],
        [Role.Viewer] = [Enter, SeePlan, SeeInsights],
    };

    public static bool Allows(this Role role, Permission permission) => Granted[role].Contains(permission);

    /// <summary>Nobody hands out more than they have, and only an owner makes owners.</summary>
    public static bool MayGrant(this Role giver, Role given) =>
        giver == Role.Owner || (giver == Role.Admin && given != Role.Owner);

    /// <summary>Whether a member may let a program act in a role: it may nothing they may not, and only an owner's is an owner.</summary>
    public static bool MayLend(this Role own, Role lent) => own == lent || (lent != Role.Owner && Granted[lent].IsSubsetOf(Granted[own]));
}
