using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directino.Planning;
using Directino.Planning.Feeds;
using Directino.Web.Words;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using Calendar = Ical.Net.Calendar;

namespace Directino.Web.Planning;

/// <summary>Writes the plan as iCalendar. Times are instants, which every program shows on its reader's clock; the same plan is always the same text.</summary>
public sealed class FeedCalendar(PlanningText text, IStringLocalizer<PlanningWords> words, IStringLocalizer<FeedWords> feeds)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <param name="linkTo">The page of a post.</param>
    public string Write(FeedContent content, Func<PostId, Uri> linkTo)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(content.Language);
            var calendar = new Calendar { ProductId = "-//Directino//Plan//EN" };
            calendar.AddProperty("X-WR-CALNAME", content.Username is { } name ? $"{content.Workspace} @{name}" : content.Workspace);
            // Programs ask again after so long, if they listen.
            calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT15M");
            calendar.AddProperty("X-PUBLISHED-TTL", "PT15M");
            calendar.Events.AddRange(content.Posts.Select(p => Event(p, linkTo(p.Id))));
            return new CalendarSerializer().SerializeToString(calendar)!;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Changes when the text does.</summary>
    public static string Tag(string calendar) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(calendar)))[..32];

    private CalendarEvent Event(FeedPost post, Uri link)
    {
        var start = post.At.UtcDateTime;
        var title = text.Title(post.Beginning);
        var state = text.Word(post.State) ?? words[$"StateName.{post.State}"].Value;
        return new CalendarEvent
        {
            Uid = $"{post.Id}@directino",
            DtStamp = Instant(post.UpdatedAt.UtcDateTime),
            LastModified = Instant(post.UpdatedAt.UtcDateTime),
            Sequence = post.Version,
            Start = Instant(start),
            End = Instant(start + Length),
            Summary = feeds["EventTitle", state, title],
            Description = feeds["EventText", words[$"Kind.{post.Kind}"].Value, post.Username is { } name ? $"@{name}" : feeds["NoAccount"].Value, post.Beginning],
            Url = link,
            Status = post.State == PostState.Draft ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
        };
    }

    private static CalDateTime Instant(DateTime utc) => new(new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, DateTimeKind.Utc));
}
