using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Publishing;

namespace Directino.Web.Planning;

/// <summary>A post as it stands in the form, and what it would come to. Needs no renderer.</summary>
public sealed class PostForm
{
    private (AccountId Account, DateTimeOffset At)? _slot;

    /// <summary>The post it shows; null while it is new.</summary>
    public PostId? Post { get; private set; }

    public ConnectedAccount? Account { get; set; }

    public PostKind Kind { get; set; }

    public List<FormItem> Items { get; private set; } = [];

    /// <summary>A picture of the library as the cover of a reel.</summary>
    public MediaItem? Cover { get; set; }

    public string Caption { get; set; } = "";

    /// <summary>What else is said, as far as it has no field of its own here.</summary>
    public PostChoices Options { get; set; } = PostChoices.None;

    public DateOnly? Date { get; set; }

    public TimeOnly? Time { get; set; }

    /// <summary>What it is sorted under as long as it is new; a saved one is sorted at once.</summary>
    public PostSorting Sorting { get; set; } = PostSorting.None;

    public TimeZoneInfo Zone => LocalTime.Zone(ZoneName);

    public string ZoneName => Account?.TimeZone ?? FallbackZone;

    public string FallbackZone { get; set; } = "UTC";

    public PostContent Content => new()
    {
        Account = Account?.Id, Kind = Kind, Items = [.. Items.Select(i => i.Content)], Caption = Caption, Options = Options with { Cover = Cover?.Id },
    };

    /// <summary>All that stands in the form, half a time included.</summary>
    public WrittenText Written => new(Content, Date, Time) { Sorting = Sorting };

    public CaptionCount Count => CaptionLimits.Count(Caption);

    /// <summary>The instant of date and time in the account's zone; null until both are there.</summary>
    public LocalMoment? Moment => Date is { } date && Time is { } time ? LocalTime.ToInstant(date, time, Zone) : null;

    /// <summary>Whether the time is still the slot that was chosen from the account's timetable.</summary>
    public bool IsInSlot => _slot is { } slot && slot.Account == Account?.Id && slot.At == Moment?.Instant;

    /// <summary>What Instagram will call it.</summary>
    public ContainerKind ContainerKind => PostCheck.KindOf(Content, Media);

    /// <summary>What it may repeat or crowd is told from this.</summary>
    public ComposedPost Composed => new(Post, Kind, Moment?.Instant, [.. Items.Select(i => NeighbourReader.Origin(i.Media))], CaptionTrace.Of(Caption));

    /// <summary>What Instagram's app will change, where it is posted by hand.</summary>
    public IReadOnlyList<Objection> Advice => PostCheck.Advice(Content, [.. Media]);

    public IReadOnlyList<Objection> Objections(DateTimeOffset now) => PostCheck.Objections(Content, Account, Media, Moment?.Instant, now);

    /// <summary>What stands in the way of publishing at once: everything but the time.</summary>
    public IReadOnlyList<Objection> ObjectionsNow(DateTimeOffset now) => PostCheck.Objections(Content, Account, Media, now, now);

    /// <summary>Whether an option can be said here; without an account, as the login that offers most. What is posted by hand takes all that people can do themselves, but searches at Instagram need its login.</summary>
    public OptionRule Rule(PublishingOption option) => Options.ByHand && option is not (PublishingOption.LocationSearch or PublishingOption.Audio) ? new OptionRule(null) : PublishingOptions.Of(option, ContainerKind, Account?.Login ?? InstagramLogin.Facebook);

    /// <summary>Whether an option can be said of one item.</summary>
    public OptionRule Rule(PublishingOption option, FormItem item) =>
        Options.ByHand ? new OptionRule(null) : PublishingOptions.Of(option, PostCheck.KindOf(Content, item.Media.Kind, Media), Account?.Login ?? InstagramLogin.Facebook);

    /// <summary>Why no products can be marked on its items; null when they can, as far as that is known without asking.</summary>
    public string? ProductRule => PostCheck.RuleOf(ProductDenial) ?? (Account is { } account ? ProductSearch.Rule(account) : null);

    private OptionDenial? ProductDenial => PublishingOptions.Of(
        PublishingOption.ProductTags, ContainerKind == ContainerKind.Carousel ? ContainerKind.CarouselImage : ContainerKind, Account?.Login ?? InstagramLogin.Facebook).Denial;

    /// <summary>Takes something of the library in at the end; its description comes along.</summary>
    public FormItem Add(MediaItem media)
    {
        // A single video has no other place than among the reels.
        if (Items.Count == 0 && Kind == PostKind.Post && media.Kind == MediaKind.Video)
            Kind = PostKind.Reel;
        var item = new FormItem { Media = media, AltText = media.Kind == MediaKind.Picture ? media.AltText ?? "" : "" };
        Items.Add(item);
        return item;
    }

    public void Move(FormItem item, int to)
    {
        if (!Items.Remove(item))
            return;
        Items.Insert(Math.Clamp(to, 0, Items.Count), item);
    }

    /// <summary>Of an item that was changed in the library, the new state.</summary>
    public void Refresh(MediaItem media)
    {
        foreach (var item in Items.Where(i => i.Media.Id == media.Id))
            item.Media = media;
    }

    public static PostForm Of(WorkingCopyView view, ConnectedAccount? account, string zone)
    {
        var form = new PostForm { FallbackZone = zone };
        form.Take(view, account);
        return form;
    }

    public void Take(PostView view)
    {
        Take(view.Post.Content, view.Account, view.Media);
        Propose(view.Post.Slot);
        (Post, Sorting) = (view.Post.Id, PostSorting.None);
        _slot = view.Post is { HeldSlot: { } held, AccountId: { } account } ? (account, held) : null;
    }

    /// <summary>A slot of the account's timetable as its time.</summary>
    public void Choose(DateTimeOffset slot)
    {
        Propose(slot);
        _slot = Account is { } account ? (account.Id, slot) : null;
    }

    /// <summary>What was kept of an earlier visit, as it stood. What the library no longer has is left out.</summary>
    public void Take(WorkingCopyView view, ConnectedAccount? account)
    {
        Take(view.Copy.Content, account, [.. view.Media.Where(m => m.RemovedAt == null)]);
        (Date, Time, Sorting) = (view.Copy.Date, view.Copy.Time, view.Copy.Sorting);
    }

    /// <summary>What is written for another account, as it stands beside it.</summary>
    public void Take(WrittenOther written, ConnectedAccount account, IReadOnlyList<MediaItem> media)
    {
        Take(written.Content with { Account = account.Id }, account, media);
        (Date, Time) = (written.Date, written.Time);
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
    public bool Differs(Post post) => Content.Tidy() != post.Content || Moment?.Instant != WithoutSeconds(post.Slot);

    /// <summary>What a post says, with what it shows as far as the library has it.</summary>
    public void Take(PostContent content, ConnectedAccount? account, IReadOnlyList<MediaItem> there)
    {
        var media = there.DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        (Account, Kind, Caption, Options) = (account, content.Kind, content.Caption ?? "", content.Options);
        Items = [.. content.Items.Where(i => media.ContainsKey(i.Media))
            .Select(i => new FormItem { Media = media[i.Media], AltText = i.AltText ?? "", People = [.. i.People], Products = [.. i.Products] })];
        Cover = content.Options.Cover is { } cover ? media.GetValueOrDefault(cover) : null;
    }

    /// <summary>All that it shows.</summary>
    public IReadOnlyList<MediaItem> Media => [.. Items.Select(i => i.Media), .. Cover is null ? (MediaItem[])[] : [Cover]];

    // The fields know minutes; a post that was sent at once has a slot with seconds.
    private static DateTimeOffset? WithoutSeconds(DateTimeOffset? slot) =>
        slot is { } s ? new DateTimeOffset(s.Ticks - (s.Ticks % TimeSpan.TicksPerMinute), s.Offset) : null;
}

/// <summary>One picture or video in the form.</summary>
public sealed class FormItem
{
    public required MediaItem Media { get; set; }

    public string AltText { get; set; } = "";

    public List<PersonTag> People { get; init; } = [];

    public List<ProductMark> Products { get; init; } = [];

    public ItemContent Content => new(Media.Id) { AltText = AltText.Length == 0 ? null : AltText, People = [.. People], Products = [.. Products] };
}
