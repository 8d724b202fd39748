namespace Directino.Web.Reference;

/// <summary>Parameters that mean the same wherever they stand.</summary>
internal static class CommonParameters
{
    public static string? Says(string? name) => name switch
    {
        "account" => "Only of this account.",
        "label" => "Only with this label.",
        "author" => "Only by this member.",
        "state" => "Only in this state.",
        "approval" => "Only with this approval.",
        "before" or "after" => "Continues a list: what the page before gave as next.",
        "limit" or "take" => "At most how many, from 1 to 100; 50 when left out.",
        "version" => "The version that was read. When there is a newer one the answer is 409.",
        "from" => "The first instant that counts.",
        "until" => "The instant before which it ends.",
        _ => null,
    };
}
