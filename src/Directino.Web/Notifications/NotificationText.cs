using System.Globalization;
using Directino.Notifications;
using Directino.Web.Layout;
using Directino.Web.Planning;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Notifications;

/// <summary>Says a notification as a sentence.</summary>
public sealed class NotificationText(IStringLocalizer<NotificationWords> words, PlanningText planning)
{
    public static string Icon(NotificationKind kind) => kind switch
    {
        NotificationKind.ApprovalWanted => "eye",
        NotificationKind.Approved => "badge-check",
        NotificationKind.ChangesWanted or NotificationKind.ClientAnswered => "message-square",
        NotificationKind.Remarked => "message-circle",
        NotificationKind.ApprovalWithdrawn => "undo-2",
        NotificationKind.PostInTrouble => "triangle-alert",
        NotificationKind.PostFailed => "circle-x",
        NotificationKind.LoginNeeded or NotificationKind.AccountErased => "unlink",
        NotificationKind.TokenEnds => "key-round",
        NotificationKind.PostByHand => "hand",
        NotificationKind.ByHandReminder => "bell",
    };

    /// <summary>The class that colours the icon.</summary>
    public static string Mark(NotificationKind kind) => kind switch
    {
        NotificationKind.Approved => "mark-approved",
        NotificationKind.PostInTrouble or NotificationKind.PostFailed or NotificationKind.LoginNeeded or NotificationKind.TokenEnds => "mark-failed",
        _ => "mark-review",
    };

    /// <summary>What happened, in one sentence.</summary>
    public string Title(NotificationView view)
    {
        var told = view.Notification;
        var name = view.About.Name is { } beginning ? words["Quoted", Isolated(beginning)].Value : words["WithoutWords"].Value;
        var who = view.Who is { } somebody ? Isolated(somebody) : words["Somebody"].Value;
        string title = told.Kind switch
        {
            NotificationKind.ClientAnswered when told.WantsChanges => words["Told.ClientChanges", who, name],
            NotificationKind.ApprovalWithdrawn when view.Who is null => words["Told.ApprovalGone", name],
            NotificationKind.LoginNeeded or NotificationKind.TokenEnds => words[$"Told.{told.Kind}", Isolated(view.About.Name ?? ""), Days(told)],
            _ => words[$"Told.{told.Kind}", who, name],
        };
        return string.Concat(char.ToUpper(title[0], CultureInfo.CurrentCulture).ToString(), title.AsSpan(1));
    }

    /// <summary>What stands in the way; null where nothing does.</summary>
    public string? Why(NotificationView view) =>
        view.Notification is { Sentence: null, Kind: NotificationKind.ChangesWanted } or { Detail: Notification.ByRemarks } ? words["SeeRemarks"].Value
        : view.Notification is { Kind: NotificationKind.PostInTrouble or NotificationKind.PostFailed, Detail: { } rule } ? planning.Rule(rule) : null;

    /// <summary>What somebody wrote runs in its own direction, whatever the sentence around it does.</summary>
    private static string Isolated(string words) => $"\u2068{words}\u2069";

    private static string Days(Notification told) =>
        int.TryParse(told.Detail, CultureInfo.InvariantCulture, out var days) ? Numbers.Say(days) : "";
}
