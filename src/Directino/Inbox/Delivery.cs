using Directino.Ledger;

namespace Directino.Inbox;

/// <summary>How an act's state shows on the message or comment it writes.</summary>
internal static class Delivery
{
    public static DeliveryState Of(Act act) => act.State switch
    {
        ActState.Intended or ActState.Sending => DeliveryState.Sending,
        ActState.Unknown => DeliveryState.Unknown,
        ActState.Done => DeliveryState.Sent,
        ActState.Refused => DeliveryState.Refused,
        ActState.Failed => DeliveryState.Failed,
    };
}
