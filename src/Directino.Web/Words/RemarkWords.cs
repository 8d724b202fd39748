namespace Directino.Web.Words;

/// <summary>Names the texts of Remark for <c>IStringLocalizer</c>.</summary>
public sealed class RemarkWords;
