using System.Collections.Frozen;

namespace Directino.Planning.Files;

/// <summary>What a file says about a post, one column each.</summary>
public enum PlanColumn
{
    Account,
    Date,
    Time,
    Kind,
    Caption,
    Media,
    AltText,
    FirstComment,
    Labels,
    Campaign,
    Collaborators,

    /// <summary>Whether it is posted by hand: yes, or nothing.</summary>
    ByHand,

    /// <summary>What has no column of its own, as this program writes it: people on pictures, places, covers.</summary>
    More,

    /// <summary>Not a column: what stood in a row beyond the last one.</summary>
    Surplus,
}

/// <summary>The columns by the names that people give them.</summary>
public static class PlanColumns
{
    private static readonly FrozenDictionary<string, PlanColumn> ByName = new Dictionary<string, PlanColumn>
    {
        ["account"] = PlanColumn.Account, ["username"] = PlanColumn.Account, ["handle"] = PlanColumn.Account, ["profile"] = PlanColumn.Account, ["page"] = PlanColumn.Account,
        ["date"] = PlanColumn.Date, ["day"] = PlanColumn.Date, ["publishdate"] = PlanColumn.Date, ["datetime"] = PlanColumn.Date,
        ["time"] = PlanColumn.Time, ["publishtime"] = PlanColumn.Time,
        ["kind"] = PlanColumn.Kind, ["type"] = PlanColumn.Kind, ["posttype"] = PlanColumn.Kind,
        ["caption"] = PlanColumn.Caption, ["text"] = PlanColumn.Caption, ["message"] = PlanColumn.Caption, ["content"] = PlanColumn.Caption,
        ["media"] = PlanColumn.Media, ["picture"] = PlanColumn.Media, ["pictures"] = PlanColumn.Media, ["image"] = PlanColumn.Media, ["images"] = PlanColumn.Media, ["video"] = PlanColumn.Media, ["files"] = PlanColumn.Media,
        ["alttext"] = PlanColumn.AltText, ["description"] = PlanColumn.AltText,
        ["firstcomment"] = PlanColumn.FirstComment,
        ["labels"] = PlanColumn.Labels, ["label"] = PlanColumn.Labels, ["tags"] = PlanColumn.Labels,
        ["campaign"] = PlanColumn.Campaign, ["project"] = PlanColumn.Campaign,
        ["collaborators"] = PlanColumn.Collaborators,
        ["byhand"] = PlanColumn.ByHand, ["notifyme"] = PlanColumn.ByHand, ["manual"] = PlanColumn.ByHand,
        ["more"] = PlanColumn.More,
    }.ToFrozenDictionary();

    /// <summary>What this program writes beside them for people to read.</summary>
    private static readonly FrozenSet<string> Beside = FrozenSet.Create("state", "link", "problem");

    /// <summary>Those a file has, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<PlanColumn> All = [.. Enum.GetValues<PlanColumn>().Where(c => c != PlanColumn.Surplus)];

    /// <summary>The name it is written by.</summary>
    public static string Name(this PlanColumn column) => column switch
    {
        PlanColumn.AltText => "alt_text",
        PlanColumn.FirstComment => "first_comment",
        PlanColumn.ByHand => "by_hand",
        _ => column.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether a column of this name is known not to say anything about a post.</summary>
    public static bool SaysNothing(string name) => Beside.Contains(name.Trim().ToLowerInvariant());

    /// <summary>The column of this name, however it is spaced and cased; null when there is none.</summary>
    public static PlanColumn? Of(string name) =>
        ByName.TryGetValue(string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant(), out var column) ? column : null;
}
