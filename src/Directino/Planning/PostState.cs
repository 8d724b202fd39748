namespace Directino.Planning;

public enum PostState
{
    Draft,
    Scheduled,

    /// <summary>Its moment has come; it is on its way.</summary>
    Publishing,
    Published,

    /// <summary>It is certainly not at Instagram, and why is known.</summary>
    Failed,

    /// <summary>Instagram's answer was lost; it is looked for there.</summary>
    Unknown,

    /// <summary>Its moment passed by more than the workspace's grace; the author is asked.</summary>
    Missed,

    /// <summary>Its moment has come, and it is to be posted by hand: its author was told and has not said yet what became of it.</summary>
    Notified,
}
