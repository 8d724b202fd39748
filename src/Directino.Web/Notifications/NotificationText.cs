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
        NotificationKind.ApprovalWithdrawn => "undo-2",
        NotificationKind.PostInTrouble => "triangle-alert",
        NotificationKind.PostFailed => "circle-x",
        NotificationKind.LoginNeeded => "unlink",
        NotificationKind.TokenEnds => "key-round",
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
        var (told, name) = (view.Notification, view.About.Name is { } beginning ? words["Quoted", beginning].Value : words["WithoutWords"].Value);
        return told.Kind switch
        {
            NotificationKind.ClientAnswered when told.Sentence is not null => words["Told.ClientChanges", view.Who ?? "", name],
            NotificationKind.ApprovalWithdrawn when view.Who is null => words["Told.ApprovalGone", name],
            NotificationKind.LoginNeeded or NotificationKind.TokenEnds => words[$"Told.{told.Kind}", view.About.Name ?? "", Days(told)],
            _ => words[$"Told.{told.Kind}", view.Who ?? words["Somebody"].Value, name],
        };
    }

    /// <summary>What stands in the way; null where nothing does.</summary>
    public string? Why(NotificationView view) =>
        view.Notification is { Kind: NotificationKind.PostInTrouble or NotificationKind.PostFailed, Detail: { } rule } ? planning.Rule(rule) : null;

    private static string Days(Notification told) =>
        int.TryParse(told.Detail, CultureInfo.InvariantCulture, out var days) ? Numbers.Say(days) : "";
}
