using Directino.Accounts;

namespace Directino.Notifications;

/// <summary>What members are told about, each to be switched off by itself.</summary>
public enum NotificationKind
{
    /// <summary>A post waits for one's approval.</summary>
    ApprovalWanted,

    /// <summary>One's post was approved.</summary>
    Approved,

    /// <summary>Somebody wants one's post changed.</summary>
    ChangesWanted,

    /// <summary>A client approved one's post, or wants it changed.</summary>
    ClientAnswered,

    /// <summary>A post was changed after it was approved: by oneself, or one's own.</summary>
    ApprovalWithdrawn,

    /// <summary>Somebody remarked something on one's post, or answered one's remark.</summary>
    Remarked,

    /// <summary>Something stands in the way of one's post.</summary>
    PostInTrouble,

    /// <summary>One's post failed or was missed.</summary>
    PostFailed,

    /// <summary>Instagram no longer accepts the access to an account.</summary>
    LoginNeeded,

    /// <summary>The access to an account ends soon and could not be renewed.</summary>
    TokenEnds,

    /// <summary>It is time to post one's post by hand.</summary>
    PostByHand,

    /// <summary>Nobody has said yet that one's post was posted by hand.</summary>
    ByHandReminder,

    /// <summary>The person of an account had its data deleted at Instagram, and so here.</summary>
    AccountErased,
}

public static class NotificationKinds
{
    /// <summary>So long more of the same is waited for before a letter goes: whoever sends thirty posts for approval does it within minutes.</summary>
    private static readonly TimeSpan More = TimeSpan.FromMinutes(2);

    /// <summary>What a member needs to be told of it; who has it no longer is told and shown nothing.</summary>
    public static Permission Needs(this NotificationKind kind) => kind switch
    {
        NotificationKind.ApprovalWanted => Permission.ApprovePosts,
        NotificationKind.LoginNeeded or NotificationKind.TokenEnds or NotificationKind.AccountErased => Permission.ManageAccounts,
        _ => Permission.SeePlan,
    };

    /// <summary>The kinds that a role may be told of.</summary>
    public static IReadOnlyList<NotificationKind> For(Role role) => [.. Enum.GetValues<NotificationKind>().Where(k => role.Allows(k.Needs()))];

    /// <summary>Whether it is about a post, else about an account.</summary>
    public static bool IsAboutPost(this NotificationKind kind) => kind is not (NotificationKind.LoginNeeded or NotificationKind.TokenEnds or NotificationKind.AccountErased);

    internal static TimeSpan UntilLetter(this NotificationKind kind) => kind is >= NotificationKind.ApprovalWanted and <= NotificationKind.Remarked ? More : TimeSpan.Zero;
}
