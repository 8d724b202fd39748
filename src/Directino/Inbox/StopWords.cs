using System.Collections.Frozen;
using System.Text;

namespace Directino.Inbox;

/// <summary>
/// The words with which a person ends, or allows again, automated messages. Only a message that says nothing else counts:
/// “please don't stop” ends nothing.
/// </summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Ends = FrozenSet.ToFrozenSet(
    [
        "stop", "stopall", "unsubscribe", "cancel messages", "opt out", "optout", "no more messages",
        "لغو", "لغو عضویت", "توقف", "بس", "stopp", "abmelden", "arret", "arrêt", "desabonner", "désabonner", "baja", "parar", "إیقاف", "dur",
    ]);

    private static readonly FrozenSet<string> Begins = FrozenSet.ToFrozenSet(
        ["start", "unstop", "subscribe", "opt in", "optin", "شروع", "ادامه", "بدء", "başla"]);

    public static StopWord? In(string? text)
    {
        if (text is null || text.Length > 60)
            return null;
        var said = Normal(text);
        return Ends.Contains(said) ? StopWord.Stop : Begins.Contains(said) ? StopWord.Start : null;
    }

    private static string Normal(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Replace('ي', 'ی').Replace('ك', 'ک').Replace('\u200c', ' ');
        var words = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(w => w.Trim('.', '!', '?', '"', '\'', '«', '»', '“', '”', ',', '،'));
        return string.Join(' ', words.Where(w => w.Length > 0));
    }
}

public enum StopWord
{
    Stop,
    Start,
}
