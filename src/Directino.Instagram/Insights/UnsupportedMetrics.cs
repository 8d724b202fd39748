using Directino.Instagram.Errors;

namespace Directino.Instagram.Insights;

/// <summary>Finds in an error which of the metrics asked for it complains about (insights.md section 6).</summary>
internal static class UnsupportedMetrics
{
    private static readonly string[] CrossPostedOnly = ["facebook_views", "crossposted_views"];

    public static IReadOnlyList<string> NamedBy(InstagramException error, IReadOnlyList<string> asked)
    {
        if (error.Subcode == 2207086) return [.. asked.Where(CrossPostedOnly.Contains)];
        if (error.Subcode == 2108006) return asked;
        if (error.Code != 100 || error.Fault.Message is not { } message) return [];

        const string accepted = "must be one of the following values:";
        var list = message.IndexOf(accepted, StringComparison.Ordinal);
        if (list < 0) return [.. asked.Where(metric => Names(message, metric))];
        if (!message.Contains("metric[", StringComparison.Ordinal)) return [];
        var allowed = message[(list + accepted.Length)..];
        return [.. asked.Where(metric => !Names(allowed, metric))];
    }

    private static bool Names(string text, string metric)
    {
        for (var at = text.IndexOf(metric, StringComparison.Ordinal); at >= 0; at = text.IndexOf(metric, at + 1, StringComparison.Ordinal))
        {
            var end = at + metric.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end]))) return true;
        }

        return false;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
