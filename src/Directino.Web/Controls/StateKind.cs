namespace Directino.Web.Controls;

/// <summary>How something stands. Each has an icon, a word and a colour, always together.</summary>
public enum StateKind
{
    Draft,
    InReview,
    ChangesAsked,
    Approved,
    Scheduled,
    Publishing,
    Published,
    Failed,
    Unknown,
    Waiting,
    Done,
    Refused,
    Skipped,
    Cancelled,
    Active,
    Paused,
    Off,
    NeedsReconnect,
    Expired,
    ByHand,
}
