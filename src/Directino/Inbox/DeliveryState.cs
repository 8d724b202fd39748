namespace Directino.Inbox;

/// <summary>How a message or comment stands: arrived, or how far our own sending of it has come.</summary>
public enum DeliveryState
{
    /// <summary>Somebody sent it to us.</summary>
    Received,

    /// <summary>Only an edit, a reaction or a deletion of it has arrived yet.</summary>
    Awaited,

    /// <summary>Written here and on its way; also while it waits for a limit or for the account to be connected again.</summary>
    Sending,

    Sent,

    /// <summary>A rule said no; nothing was sent.</summary>
    Refused,

    /// <summary>Instagram said no.</summary>
    Failed,

    /// <summary>It may have been sent; being looked up.</summary>
    Unknown,
}
