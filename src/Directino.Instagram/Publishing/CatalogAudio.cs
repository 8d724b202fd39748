using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>Which part of Instagram's catalogue of sounds.</summary>
public enum AudioKind
{
    /// <summary>Licensed tracks.</summary>
    Music,

    /// <summary>The sound of somebody's reel.</summary>
    OriginalSound,
}

/// <summary>
/// A track or original sound of Instagram's catalogue (publishing.md section 12). The names of its fields in the answer are <em>unconfirmed</em>: each is
/// read under several likely names, and what is not there under any of them stays missing.
/// </summary>
/// <param name="Id">Goes into <see cref="ReelAudio.AudioId"/>.</param>
public sealed record CatalogAudio(string Id)
{
    /// <summary>What it is called; null when not told.</summary>
    public string? Title { get; init; }

    /// <summary>Whose it is, as Instagram shows it; of an original sound that may be a person's handle. Null when not told.</summary>
    public string? Artist { get; init; }

    /// <summary>How long it is; null when not told.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>A piece of it to listen to; the address expires. Null when not told.</summary>
    public string? PreviewUrl { get; init; }
}

/// <summary>Reads one sound of an answer, whatever its fields are called.</summary>
internal static class AudioReading
{
    private const decimal MostSeconds = 3600;
    private static readonly string[] Ids = ["id", "audio_id", "ig_audio_id", "audio_asset_id"];
    private static readonly string[] Titles = ["title", "audio_title", "display_title", "name", "audio_name"];
    private static readonly string[] Artists = ["display_artist", "artist", "artist_name", "display_name", "username", "owner", "creator"];
    private static readonly string[] Milliseconds = ["duration_in_ms", "duration_ms", "duration_in_milliseconds", "duration_milliseconds"];
    private static readonly string[] Seconds = ["duration", "duration_in_seconds", "duration_seconds", "duration_in_s"];
    private static readonly string[] Previews = ["preview_url", "audio_preview_url", "audio_url", "download_url", "progressive_download_url", "url"];

    /// <summary>Null when there is nothing that a reel could name it by.</summary>
    public static CatalogAudio? Of(JsonElement row, string? asked = null) => (Said(row, Ids) ?? asked) is { } id
        ? new CatalogAudio(id) { Title = Said(row, Titles), Artist = Said(row, Artists), Duration = Length(row), PreviewUrl = Said(row, Previews) }
        : null;

    /// <summary>The first name that says something, as a text or as a thing with a name of its own.</summary>
    private static string? Said(JsonElement row, string[] names) =>
        names.Select(name => Loose.Text(row, name) ?? Loose.Text(Loose.Object(row, name), "name") ?? Loose.Text(Loose.Object(row, name), "username"))
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>No sound lasts for an hour: so large a number of seconds means milliseconds.</summary>
    private static TimeSpan? Length(JsonElement row)
    {
        var seconds = First(row, Milliseconds) / 1000 ?? (First(row, Seconds) is { } told ? told > MostSeconds ? told / 1000 : told : null);
        return seconds is > 0 and <= MostSeconds ? TimeSpan.FromSeconds((double)seconds) : null;
    }

    private static decimal? First(JsonElement row, string[] names) => names.Select(name => Loose.Number(row, name)).FirstOrDefault(number => number is not null);
}
