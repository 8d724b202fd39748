namespace Directino.Web.Words;

/// <summary>Names the texts of Frame for <c>IStringLocalizer</c>.</summary>
public sealed class FrameWords;
