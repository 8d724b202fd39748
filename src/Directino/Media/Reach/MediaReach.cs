using System.Collections.Concurrent;
using Directino.Instagram;
using Microsoft.Extensions.Options;

namespace Directino.Media.Reach;

/// <summary>
/// Whether Instagram can fetch files from this installation, as far as that can be seen from here: each is fetched by a link like the one Instagram
/// is given. What was seen holds for a minute. What stops one file on the way stops all, so that the others are not tried.
/// </summary>
public sealed class MediaReach
{
    /// <summary>What was seen is not looked at again before.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private const int AtOnce = 4;

    /// <summary>Lies where the files lie, so that it takes the same way past whatever stands in front; tells nothing.</summary>
    public const string Probe = "media/reach";

    private readonly OutsideLook _look;
    private readonly MediaLinks _links;
    private readonly PublicAddress _address;
    private readonly InstagramClientOptions _instagram;
    private readonly MediaOptions _options;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<(MediaItemId? Item, string? Key), ReachReading> _seen = new();

    internal MediaReach(OutsideLook look, MediaLinks links, PublicAddress address, InstagramClientOptions instagram, IOptions<MediaOptions> options, TimeProvider clock) =>
        (_look, _links, _address, _instagram, _options, _clock) = (look, links, address, instagram, options.Value, clock);

    /// <summary>Where Instagram looks for this installation; null when nobody said.</summary>
    public Uri? Address => _address.Known;

    /// <summary>Whether Instagram is Meta's, and not a sandbox beside this installation.</summary>
    public bool IsReal => PublicAddress.MustBeOutside(_instagram);

    /// <summary>Looks at the installation itself: does its name lead here?</summary>
    /// <param name="anew">Also when it was looked at a moment ago.</param>
    public async Task<ReachReading> Site(bool anew, CancellationToken ct)
    {
        if (!anew && Known(null, null) is { } known)
            return known;
        return Note(null, Beforehand() ?? await _look.Fetch(new Uri(_address.Base, Probe), "text/plain", null, ct)
            ?? await _look.Robots(new Uri(_address.Base, "media/"), ct));
    }

    /// <summary>Looks at files of the library, in their order. Those that are still being worked on are left out.</summary>
    /// <param name="anew">Also at those that were looked at a moment ago.</param>
    public async Task<IReadOnlyList<ReachReading>> Files(IEnumerable<MediaItem> items, bool anew, CancellationToken ct)
    {
        var files = items.Where(i => i is { State: MediaState.Ready, RemovedAt: null }).DistinctBy(i => i.Id).ToList();
        if (files.Count == 0 || !_options.ReachCheck)
            return [];
        var site = await Site(anew, ct);
        if (site.Fault is { } blocked && (ReachRules.IsOfTheWay(blocked.Rule) || _address.Known is null))
            return [.. files.Select(f => site with { Item = f.Id })];
        var readings = new ReachReading[files.Count];
        await Parallel.ForAsync(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (i, within) =>
            readings[i] = !anew && Known(files[i].Id, files[i].Key) is { } known ? known
                : Note(files[i], await _look.Fetch(_links.For(files[i]), files[i].ContentType, files[i].Bytes, within)));
        return readings;
    }

    /// <summary>What is known without asking.</summary>
    private ReachFault? Beforehand() =>
        _address.Known is not { } known || (IsReal && !PublicAddress.MayLieOutside(known)) ? new ReachFault(ReachRules.Private) : null;

    private ReachReading? Known(MediaItemId? item, string? key) =>
        _seen.TryGetValue((item, key), out var seen) && _clock.GetUtcNow() - seen.At < Memory ? seen : null;

    private ReachReading Note(MediaItem? item, ReachFault? fault)
    {
        var now = _clock.GetUtcNow();
        foreach (var (key, seen) in _seen)
        {
            if (now - seen.At >= Memory)
                _seen.TryRemove(KeyValuePair.Create(key, seen));
        }

        return _seen[(item?.Id, item?.Key)] = new ReachReading(item?.Id, fault, now);
    }
}
