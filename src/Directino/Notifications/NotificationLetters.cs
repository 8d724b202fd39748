using System.Globalization;
using System.Resources;
using System.Text;
using Directino.Mail;

namespace Directino.Notifications;

/// <summary>Letters that tell notifications of one kind, in the reader's language. The words are in <c>NotificationLetters.resx</c> and <c>NotificationLetters.fa.resx</c>.</summary>
internal static class NotificationLetters
{
    /// <summary>How many are named; of more it is said how many they are.</summary>
    private const int MostNamed = 10;

    private static readonly ResourceManager Words = new(typeof(NotificationLetters));

    /// <param name="workspace">Its name.</param>
    /// <param name="news">At least one, each about something else.</param>
    /// <param name="site">The product's address, if it is known.</param>
    public static Letter Write(NotificationKind kind, string to, string? language, string workspace, IReadOnlyList<NotificationView> news, Uri? site)
    {
        var speech = new Speech(CultureInfo.GetCultureInfo(language ?? "en"));
        var (subject, text, path) = news is [var one]
            ? (speech.Say($"{kind}.Subject", speech.Values(one, bare: true)), speech.Sentence(one), one.About.Path)
            : (speech.Say($"{kind}.Many.Subject", news.Count), speech.List(kind, news), Together(kind));
        return new Letter(to, subject, text, site is null ? null : new Uri(site, path))
        {
            Footer = speech.Say("Footer", workspace) + (site is null ? "" : $"\n{new Uri(site, "settings/notifications")}"),
        };
    }

    /// <summary>Where all of them are seen together.</summary>
    private static string Together(NotificationKind kind) => kind switch
    {
        NotificationKind.ApprovalWanted or NotificationKind.ApprovalWithdrawn => "plan?view=list&approval=Waiting",
        NotificationKind.Approved => "plan?view=list&approval=Approved",
        NotificationKind.ChangesWanted => "plan?view=list&approval=ChangesAsked",
        NotificationKind.PostInTrouble => "plan?view=list&state=Scheduled",
        NotificationKind.PostByHand or NotificationKind.ByHandReminder => "plan?view=list&state=Notified",
        NotificationKind.PostFailed or NotificationKind.ClientAnswered or NotificationKind.Remarked => "notifications",
        NotificationKind.LoginNeeded or NotificationKind.TokenEnds or NotificationKind.AccountErased => "accounts",
    };

    /// <summary>Sentences in one language.</summary>
    private sealed record Speech(CultureInfo Culture)
    {
        public string Say(string key, params object?[] values) =>
            string.Format(Culture, Words.GetString(key, Culture) ?? throw new MissingManifestResourceException($"The letters lack {key}."), values);

        public string Sentence(NotificationView one) => Say(Key(one), Values(one, bare: false));

        public string List(NotificationKind kind, IReadOnlyList<NotificationView> news)
        {
            var text = new StringBuilder(Say($"{kind}.Many.Text", news.Count)).Append('\n');
            if (kind == NotificationKind.AccountErased)
                return text.ToString().TrimEnd();
            foreach (var one in news.Take(MostNamed))
                text.Append("\n– ").Append(Label(one)).Append(Said(one) is { Length: > 0 } said ? $": {said}" : "");
            return news.Count > MostNamed ? text.Append("\n– ").Append(Say("AndMore", news.Count - MostNamed)).ToString() : text.ToString();
        }

        /// <summary>0 what it is about, 1 who did it, 2 what they said or what stands in the way, 3 the account, 4 when it goes out.</summary>
        public object?[] Values(NotificationView one, bool bare) =>
            [bare ? Name(one) : Label(one), one.Who ?? Say("Somebody"), Said(one), one.About.Username, When(one)];

        private static string Key(NotificationView one) =>
            one.Notification is { Kind: NotificationKind.ClientAnswered, WantsChanges: true } ? "ClientAnswered.Changes" : $"{one.Notification.Kind}.Text";

        /// <summary>What somebody wrote runs in its own direction within a sentence that runs from right to left.</summary>
        private string Name(NotificationView one) =>
            one.About.Name is not { } name ? Say("WithoutWords") : Culture.TextInfo.IsRightToLeft ? $"\u2068{name}\u2069" : name;

        private string Label(NotificationView one) => !one.Notification.Kind.IsAboutPost() ? Name(one)
            : (one.About.Username, When(one)) switch
            {
                (null, null) => Say("Named", Name(one)),
                ({ } account, null) => Say("NamedOn", Name(one), account),
                (var account, { } at) => Say("NamedAt", Name(one), account, at),
            };

        private static DateTime? When(NotificationView one) =>
            one.About.At is { } at ? TimeZoneInfo.ConvertTime(at, TimeZoneInfo.TryFindSystemTimeZoneById(one.About.Zone ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc).DateTime : null;

        private string? Said(NotificationView one) => one.Notification.Kind switch
        {
            NotificationKind.PostInTrouble => Words.GetString($"Trouble.{one.Notification.Detail}", Culture) ?? Say("Trouble"),
            NotificationKind.TokenEnds => one.Notification.Detail,
            NotificationKind.ClientAnswered when !one.Notification.WantsChanges => Say("AndApproved"),
            NotificationKind.ClientAnswered or NotificationKind.ChangesWanted when one.Notification.Sentence is null => Say("SeeRemarks"),
            _ => one.Notification.Sentence,
        };
    }
}
