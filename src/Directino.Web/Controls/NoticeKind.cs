namespace Directino.Web.Controls;

/// <summary>How much a notice matters.</summary>
public enum NoticeKind
{
    Info,
    Success,
    Warning,
    Error,
}
