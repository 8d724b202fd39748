using System.Text.RegularExpressions;
using Directino.Inbox;

namespace Directino.Automation;

/// <summary>Turns a workflow's texts into what one person reads.</summary>
public static partial class Wording
{
    /// <summary>The longest name and handle Instagram allows, to check a text before it is known whom it meets.</summary>
    private const string LongestName = "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ";

    /// <summary>The public text whose turn it is; null when the workflow has none.</summary>
    public static string? Public(IReadOnlyList<string> texts, int turn, string? name, string? username) =>
        texts.Count == 0 ? null : Fill(texts[turn % texts.Count], name, username);

    /// <summary>The private text with its disclosure; null when the workflow has none.</summary>
    public static string? Private(string text, string disclosure, string? name, string? username) =>
        string.IsNullOrWhiteSpace(text) ? null : $"{Fill(text, name, username)}\n\n{disclosure.Trim()}";

    public static string? Private(Workflow workflow, Follower? person) =>
        Private(workflow.PrivateText, workflow.Disclosure, person?.Name, person?.Username);

    /// <summary>The private text as it is at its longest.</summary>
    public static string? Longest(string text, string disclosure) => Private(text, disclosure, LongestName, LongestName);

    private static string Fill(string text, string? name, string? username)
    {
        var filled = text
            .Replace("{name}", First(name, username), StringComparison.OrdinalIgnoreCase)
            .Replace("{username}", string.IsNullOrWhiteSpace(username) ? "" : "@" + username, StringComparison.OrdinalIgnoreCase);
        return filled.Length == text.Length && filled == text ? text.Trim() : Gaps().Replace(filled, "$1").Trim();
    }

    private static string First(string? name, string? username) =>
        !string.IsNullOrWhiteSpace(name) ? name.Trim() : !string.IsNullOrWhiteSpace(username) ? username : "";

    // A name that is not known leaves no hole: "Hi , here" becomes "Hi, here".
    [GeneratedRegex(@"[ \t]+([ ,.!?،؟])")]
    private static partial Regex Gaps();
}
