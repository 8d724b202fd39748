using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Planning.Campaigns;

namespace Directino.Planning.Files;

/// <summary>Reads what one row means, and says of each cell what it cannot mean. Pure.</summary>
internal sealed class RowMeaning(PlanRow row, RowWorld world)
{
    private readonly List<RowProblem> _problems = [];

    /// <summary>The longest text a cell may have.</summary>
    public static int Most(PlanColumn column) => column switch
    {
        PlanColumn.Caption or PlanColumn.AltText => 20_000,
        PlanColumn.FirstComment => 2_500,
        PlanColumn.More => 4_000,
        _ => 1_000,
    };

    public static string Key(PostContent content, DateTimeOffset? at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{at?.UtcTicks} {PostConfiguration.Write(content.Tidy())}")))[..40];

    public CheckedRow Read()
    {
        foreach (var (column, text) in row.Cells)
        {
            if (column == PlanColumn.Surplus)
                Stop(column, PlanFileRules.Surplus, text);
            else if (text.Length > Most(column))
                Stop(column, PlanFileRules.TooLong, Most(column));
        }

        var account = Account();
        var zone = account?.TimeZone ?? world.Zone;
        var at = Time(zone);
        var media = Media();
        var content = Content(account, media);
        var labels = Labels();
        var campaign = Campaign();
        if (content is { Items.Count: 0, Options.FirstComment: null } && string.IsNullOrWhiteSpace(content.Caption))
            Stop(PlanColumn.Caption, PlanFileRules.Nothing);
        Object(content, account, at);
        return new CheckedRow(row, content, at, zone, labels, media, [.. _problems.OrderByDescending(p => p.Weight)]) { Campaign = campaign };
    }

    private ConnectedAccount? Account()
    {
        var name = row[PlanColumn.Account].TrimStart('@').Trim();
        if (name.Length == 0)
            return world.Accounts is [var only] ? only : null;
        var found = world.Accounts.FirstOrDefault(a => string.Equals(a.Username, name, StringComparison.OrdinalIgnoreCase) || a.Id.ToString() == name);
        if (found is null)
            Stop(PlanColumn.Account, PlanFileRules.AccountUnknown, name);
        return found;
    }

    private DateTimeOffset? Time(string zone)
    {
        var moment = RowTime.Read(row[PlanColumn.Date], row[PlanColumn.Time], LocalTime.Zone(zone));
        var column = moment.Rule is PlanFileRules.TimeUnreadable or PlanFileRules.TimeMissing or PlanFileRules.TimeSkipped or PlanFileRules.TimeTwice ? PlanColumn.Time : PlanColumn.Date;
        if (moment.Rule is { } rule)
        {
            // Both may stand in the cell of the date.
            var said = row[column].Length > 0 ? row[column] : row[PlanColumn.Date];
            _problems.Add(new(column, rule, moment.At is null ? RowWeight.Stops : RowWeight.Hint) { About = [said, zone.Replace('_', ' ')], Moment = moment });
        }

        return moment.At;
    }

    private List<MediaItem> Media()
    {
        var items = new List<MediaItem>();
        foreach (var name in row.Several(PlanColumn.Media, ';'))
        {
            var found = world.Media.Where(m => string.Equals(m.FileName, name, StringComparison.OrdinalIgnoreCase) || m.Id.ToString() == name).ToList();
            if (found is [var item])
                items.Add(item);
            else if (name.Contains("://", StringComparison.Ordinal))
                Stop(PlanColumn.Media, PlanFileRules.MediaIsAddress, name);
            else
                Stop(PlanColumn.Media, found.Count == 0 ? PlanFileRules.MediaUnknown : PlanFileRules.MediaAmbiguous, name, found.Count);
        }

        return items;
    }

    private PostContent Content(ConnectedAccount? account, List<MediaItem> media)
    {
        var more = More();
        var texts = row[PlanColumn.AltText].Split('|', StringSplitOptions.TrimEntries);
        if (texts.Length > Math.Max(1, media.Count) && row.Cells.ContainsKey(PlanColumn.Media))
            Stop(PlanColumn.AltText, PlanFileRules.AltTextsTooMany, texts.Length, media.Count);
        if (texts.Any(t => t.Length > 4_000))
            Stop(PlanColumn.AltText, PlanFileRules.TooLong, 4_000);
        return new PostContent
        {
            Account = account?.Id,
            Kind = Kind(media),
            Caption = row[PlanColumn.Caption],
            Items = [.. media.Select((m, i) => new ItemContent(m.Id) { AltText = Described(texts, m, i), People = more.People.ElementAtOrDefault(i) ?? [], Products = more.Products?.ElementAtOrDefault(i) ?? [] })],
            Options = (more.Options with
            {
                FirstComment = row[PlanColumn.FirstComment],
                ByHand = ByHand(),
                Collaborators = row.Several(PlanColumn.Collaborators, ',', ';', ' '),
            }).Tidy(),
        }.Tidy();
    }

    /// <summary>As in the composer: a picture brings the description that the library has of it.</summary>
    private string? Described(string[] texts, MediaItem item, int place) =>
        texts.ElementAtOrDefault(place) is { Length: > 0 } told ? told : row[PlanColumn.AltText].Length == 0 && item.Kind == MediaKind.Picture ? item.AltText : null;

    private PostKind Kind(List<MediaItem> media)
    {
        switch (row[PlanColumn.Kind].ToLowerInvariant())
        {
            // A single video has no other place than among the reels.
            case "": return media is [{ Kind: MediaKind.Video }] ? PostKind.Reel : PostKind.Post;
            case "post" or "feed" or "image" or "photo" or "picture" or "carousel" or "پست": return PostKind.Post;
            case "reel" or "reels" or "video" or "ریلز": return PostKind.Reel;
            case "story" or "stories" or "استوری": return PostKind.Story;
            default:
                Stop(PlanColumn.Kind, PlanFileRules.KindUnknown, row[PlanColumn.Kind]);
                return PostKind.Post;
        }
    }

    private bool ByHand()
    {
        switch (row[PlanColumn.ByHand].ToLowerInvariant())
        {
            case "" or "no" or "false" or "0" or "خیر": return false;
            case "yes" or "true" or "1" or "x" or "بله": return true;
            default:
                Stop(PlanColumn.ByHand, PlanFileRules.YesUnknown, row[PlanColumn.ByHand]);
                return false;
        }
    }

    private List<LabelId> Labels()
    {
        var labels = new List<LabelId>();
        foreach (var name in row.Several(PlanColumn.Labels, ';').SelectMany(n => Find(n) is null ? n.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [n]))
        {
            if (Find(name) is { } label)
                labels.Add(label.Id);
            else
                Stop(PlanColumn.Labels, PlanFileRules.LabelUnknown, name);
        }

        return [.. labels.Distinct()];
    }

    private CampaignId? Campaign()
    {
        var name = row[PlanColumn.Campaign].Trim();
        if (name.Length == 0)
            return null;
        var found = world.Campaigns.FirstOrDefault(c => c.Key == Label.KeyOf(name));
        if (found is null)
            Stop(PlanColumn.Campaign, PlanFileRules.CampaignUnknown, name);
        return found?.Id;
    }

    private Label? Find(string name) => world.Labels.FirstOrDefault(l => l.Key == Label.KeyOf(name));

    private RowMore More()
    {
        if (!row.Cells.TryGetValue(PlanColumn.More, out var text))
            return RowMore.None;
        if (RowMore.Read(text) is { } more)
            return more;
        Stop(PlanColumn.More, PlanFileRules.MoreUnreadable);
        return RowMore.None;
    }

    /// <summary>What the post's own rules say, but of cells that are not understood.</summary>
    private void Object(PostContent content, ConnectedAccount? account, DateTimeOffset? at)
    {
        var unread = _problems.Where(p => p.Weight == RowWeight.Stops).Select(p => p.Column).ToHashSet();
        if (unread.Contains(PlanColumn.Time))
            unread.Add(PlanColumn.Date);
        foreach (var objection in PostCheck.Objections(content, account, [.. world.Media], at, world.Now))
        {
            var column = ColumnOf(objection.Field);
            if (!unread.Contains(column))
                _problems.Add(new(column, objection.Rule, RowWeight.StopsSchedule) { Objection = objection });
        }
    }

    private static PlanColumn ColumnOf(PostField field) => field switch
    {
        PostField.Account => PlanColumn.Account,
        PostField.Media => PlanColumn.Media,
        PostField.AltText => PlanColumn.AltText,
        PostField.Caption => PlanColumn.Caption,
        PostField.Collaborators => PlanColumn.Collaborators,
        PostField.FirstComment => PlanColumn.FirstComment,
        PostField.Slot => PlanColumn.Date,
        _ => PlanColumn.More,
    };

    private void Stop(PlanColumn column, string rule, params object[] about) => _problems.Add(new(column, rule, RowWeight.Stops) { About = about });
}

/// <summary>What a row says beyond its columns.</summary>
/// <param name="People">Who is marked on each item.</param>
/// <param name="Products">Which products of the shop are marked on each item; null when none are.</param>
internal sealed record RowMore(PostChoices Options, IReadOnlyList<IReadOnlyList<PersonTag>> People, IReadOnlyList<IReadOnlyList<ProductMark>>? Products = null)
{
    public static readonly RowMore None = new(PostChoices.None, []);

    /// <summary>What a post has no column for; empty when there is nothing.</summary>
    public static string Write(PostContent content)
    {
        var options = content.Options with { FirstComment = null, Collaborators = [], ByHand = false };
        if (options == PostChoices.None && content.Items.All(i => i.People.Count == 0 && i.Products.Count == 0))
            return "";
        return PostConfiguration.Write(new RowMore(
            options, [.. content.Items.Select(i => i.People)], content.Items.Any(i => i.Products.Count > 0) ? [.. content.Items.Select(i => i.Products)] : null));
    }

    /// <summary>Null when somebody else wrote it.</summary>
    public static RowMore? Read(string text)
    {
        try
        {
            var more = PostConfiguration.Read<RowMore?>(text);
            return more is { Options: { Collaborators: not null, SponsorIds: not null } options, People: not null }
                && more.People.All(p => p is not null && p.All(t => t?.Username is not null)) && options.SponsorIds.All(s => s is not null)
                && (options.Poll is null || options.Poll.Options is not null) && (options.Audio is null || options.Audio.AudioId is not null) && more.Products?.All(p => p is not null && p.All(t => t?.ProductId is not null)) != false
                ? more : null;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }
}
