namespace Directino.Web.Layout;

/// <summary>Places of the frame that a page may fill with <c>SectionContent</c>.</summary>
public static class FrameSections
{
    /// <summary>The middle of the top bar: what this page searches in.</summary>
    public const string Search = "frame-search";

    /// <summary>Beside the New post button.</summary>
    public const string Top = "frame-top";

    /// <summary>In place of the choice of an account, on a page about one thing of one account.</summary>
    public const string Account = "frame-account";
}
