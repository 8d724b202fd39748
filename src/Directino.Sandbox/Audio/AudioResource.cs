using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Login;

namespace Directino.Sandbox.Audio;

/// <summary><c>GET /ig_audio</c> and <c>GET /{ig-audio-id}</c>, on the Facebook host only; and the sound that a reel is to carry.</summary>
internal sealed class AudioResource : IGraphResource
{
    /// <summary>What the catalogue does not offer, or not any more, and what makes no sense: Meta gives these numbers no words.</summary>
    private const int NotOffered = 9055;
    private const int WrongVolume = 9057;
    private const int NotReleased = 9053;
    private const int Loudest = 100;

    private static readonly FieldTable<Sound> Fields = new("IGAudio",
        new("id", sound => sound.Id, @default: true),
        new("audio_type", sound => sound.IsMusic ? "music" : "original_sound", @default: true),
        new("title", sound => sound.Title, @default: true),
        new("display_artist", sound => sound.Artist, @default: true),
        new("duration_in_ms", sound => sound.Milliseconds, @default: true));

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.AudioCatalog, "", "ig_audio", Search) { Facebook = Scopes.FacebookPublish },
        new("GET", NodeKind.Audio, "", "ig_audio_node", Show) { Facebook = Scopes.FacebookPublish },
    ];

    /// <summary>What a container says of its sound.</summary>
    public static SoundUse? Read(GraphCall call)
    {
        if (call.Json("audio_configuration") is not { } given) return null;
        if (call.Text("audio_name") is not null) throw GraphErrors.Parameter(call.Host, "The parameter audio_configuration excludes audio_name");
        if (given is not JsonObject told || told["audio_id"]?.ToString() is not { Length: > 0 } id) throw GraphErrors.Parameter(call.Host, "(#100) Param audio_configuration needs an audio_id");
        if (!IsOffered(call, id)) throw GraphErrors.Row(100, NotOffered);
        return new(id, Volume(told, "audio_volume"), Volume(told, "video_volume"));
    }

    private static JsonObject Search(GraphCall call)
    {
        DemandBasic(call);
        if (call.Text("product") is not null) throw GraphErrors.Row(10, NotReleased);
        var (asked, user) = (call.Fields, call.Needed("user_id"));
        Fields.Check(call, asked);
        var account = call.World.Read(state => state.Accounts.GetValueOrDefault(user));
        if (account is null || (call.Token.AccountId != account.Id && !call.Token.ChosenAccounts.Contains(account.Id))) throw GraphErrors.NoSuchObject(call.Host, call.Method, user);
        var music = call.Needed("audio_type") switch
        {
            "music" => true,
            "original_sound" => false,
            _ => throw GraphErrors.Parameter(call.Host, "(#100) Param audio_type must be music or original_sound"),
        };
        var words = (call.Text("q") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = call.World.Read(state => Sound.All.Where(sound => sound.IsMusic == music && !state.WithdrawnAudio.Contains(sound.Id)
            && words.All(word => $"{sound.Title} {sound.Artist}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList());
        return GraphPage.Of(call, found, sound => sound.Id, sound => Fields.Project(call, sound, asked), most: 100, usual: 10);
    }

    private static JsonObject Show(GraphCall call)
    {
        DemandBasic(call);
        return IsOffered(call, call.Node.Id) ? Fields.Project(call, call.Node.Sound, call.Fields) : throw GraphErrors.NoSuchObject(call.Host, call.Method, call.Node.Id);
    }

    private static bool IsOffered(GraphCall call, string id) => Sound.Of(id) is not null && call.World.Read(state => !state.WithdrawnAudio.Contains(id));

    private static int? Volume(JsonObject told, string name)
    {
        if (told[name] is not { } node) return null;
        return node is JsonValue value && value.TryGetValue<int>(out var volume) && volume is >= 0 and <= Loudest ? volume : throw GraphErrors.Row(100, WrongVolume);
    }

    /// <summary>Both permissions go together.</summary>
    private static void DemandBasic(GraphCall call)
    {
        if (!call.Token.Scopes.Contains(Scopes.FacebookBasic)) throw GraphErrors.NoPermission(call.Host, Scopes.FacebookBasic);
    }
}
