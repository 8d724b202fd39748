namespace Directino.Sandbox.Audio;

/// <summary>A track, or the original sound of somebody's reel, that a reel may carry. All of them, and everybody who made them, are invented.</summary>
public sealed record Sound(string Id, string Title, string Artist, int Milliseconds, bool IsMusic)
{
    /// <summary>What is trending comes first.</summary>
    public static readonly IReadOnlyList<Sound> All =
    [
        Music(1, "Flour on the Window", "The Proving Drawers", 194_000),
        Music(2, "Seven Quiet Ovens", "Marta Quill", 161_500),
        Music(3, "Lantern Walk", "Harbour Paper", 207_250),
        Music(4, "Crumbs and Constellations", "The Proving Drawers", 143_000),
        Music(5, "Kiln Weather", "Slow Clay Orchestra", 232_000),
        Music(6, "Butter Side Up", "Tin Spoon Trio", 118_750),
        Music(7, "First Tram, Last Bun", "Harbour Paper", 176_000),
        Music(8, "باران روی خمیر", "گروه پنجرهٔ آبی", 188_000),
        Music(9, "Paper Boats at Noon", "Marta Quill", 152_000),
        Music(10, "Rolling Pin Waltz", "Tin Spoon Trio", 97_000),
        Music(11, "Glaze", "Slow Clay Orchestra", 215_000),
        Music(12, "Late Market", "Ochre and Daughters", 169_000),
        Own(1, "The door bell of a bakery", "otto.kneads.invented", 12_000),
        Own(2, "Clay on the wheel", "terra.sounds.invented", 31_500),
        Own(3, "Counting croissants, one to forty", "mila.counts.invented", 44_000),
        Own(4, "Rain over the market hall", "harbour.walks.invented", 58_000),
    ];

    public static Sound? Of(string id) => All.FirstOrDefault(sound => sound.Id == id);

    private static Sound Music(int n, string title, string artist, int milliseconds) => new($"33800000000000{n:00}", title, artist, milliseconds, IsMusic: true);

    private static Sound Own(int n, string title, string author, int milliseconds) => new($"33900000000000{n:00}", title, author, milliseconds, IsMusic: false);
}

/// <summary>The sound under a reel, as it was asked for.</summary>
public sealed record SoundUse(string AudioId, int? AudioVolume, int? VideoVolume);
