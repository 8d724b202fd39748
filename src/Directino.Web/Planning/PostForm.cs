using Directino.Accounts;
using Directino.Media;
using Directino.Planning;

namespace Directino.Web.Planning;

/// <summary>A post as it stands in the form, and what it would come to. Needs no renderer.</summary>
public sealed class PostForm
{
    public ConnectedAccount? Account { get; set; }

    public MediaItem? Picture { get; set; }

    public string Caption { get; set; } = "";

    public string AltText { get; set; } = "";

    public DateOnly? Date { get; set; }

    public TimeOnly? Time { get; set; }

    public TimeZoneInfo Zone => LocalTime.Zone(Account?.TimeZone ?? FallbackZone);

    public string ZoneName => Account?.TimeZone ?? FallbackZone;

    public string FallbackZone { get; set; } = "UTC";

    public PostContent Content => new(Account?.Id, Picture?.Id, Caption, AltText);

    public CaptionCount Count => CaptionLimits.Count(Caption);

    /// <summary>The instant of date and time in the account's zone; null until both are there.</summary>
    public LocalMoment? Moment => Date is { } date && Time is { } time ? LocalTime.ToInstant(date, time, Zone) : null;

    public IReadOnlyList<Objection> Objections(DateTimeOffset now) => Post.Objections(Content, Account, Picture, Moment?.Instant, now);

    /// <summary>What stands in the way of publishing at once: everything but the time.</summary>
    public IReadOnlyList<Objection> ObjectionsNow(DateTimeOffset now) => Post.Objections(Content, Account, Picture, now, now);

    public void Take(PostView view)
    {
        (Account, Picture) = (view.Account, view.Picture);
        (Caption, AltText) = (view.Post.Caption, view.Post.AltText ?? "");
        Propose(view.Post.Slot);
    }

    public void Propose(DateTimeOffset? slot)
    {
        if (slot is not { } instant)
            return;
        var local = LocalTime.Of(instant, Zone);
        Date = DateOnly.FromDateTime(local);
        Time = new TimeOnly(local.Hour, local.Minute);
    }

    /// <summary>Whether the form says something else than the post.</summary>
    public bool Differs(Post post) =>
        post.AccountId != Account?.Id || post.PictureId != Picture?.Id || CaptionLimits.Tidy(Caption) != post.Caption
        || MediaItem.TidyAltText(AltText) != post.AltText || Moment?.Instant != WithoutSeconds(post.Slot);

    // The fields know minutes; a post that was sent at once has a slot with seconds.
    private static DateTimeOffset? WithoutSeconds(DateTimeOffset? slot) =>
        slot is { } s ? new DateTimeOffset(s.Ticks - (s.Ticks % TimeSpan.TicksPerMinute), s.Offset) : null;
}
