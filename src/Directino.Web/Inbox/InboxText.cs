using Directino.Inbox;
using Directino.Ledger;
using Directino.Web.Layout;
using Directino.Web.Ledger;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Inbox;

/// <summary>Says how messages and conversations stand, in sentences.</summary>
public sealed class InboxText(IStringLocalizer<InboxWords> words, LedgerText ledger, Times times, TimeProvider clock)
{
    /// <summary>A handle inside a sentence of either direction.</summary>
    public static string Handle(string username) => $"\u2066@{username}\u2069";

    public string Rule(string rule) => ledger.Reason(rule);

    /// <summary>Who this is, as people are called here.</summary>
    public string Who(string? name, string? username) => username is { Length: > 0 } ? Handle(username) : name ?? words["Somebody"];

    public string Who(Follower? person) => Who(person?.Name, person?.Username);

    /// <summary>Until when one may write, or why not.</summary>
    public string Window(ConversationThread thread, string zone) => thread switch
    {
        { WhyNoMessage: InboxRules.OutsideWindow, Conversation.WindowEndsAt: null } => words["WindowNever"],
        { WhyNoMessage: InboxRules.OutsideWindow } => words["WindowClosed"],
        { WhyNoMessage: { } rule } => Rule(rule),
        { HumanAgentEndsAt: { } late } when thread.Conversation.WindowEndsAt < clock.GetUtcNow() => words["WindowHuman", times.Say(late, zone)],
        { Conversation.WindowEndsAt: { } end } => words["WindowOpen", times.Say(end, zone)],
        _ => words["WindowNever"],
    };

    /// <summary>How far our own writing has come.</summary>
    public string State(DeliveryState state, string? reason, bool seen) => state switch
    {
        DeliveryState.Sending when reason is not null => words["StateWaits", Rule(reason)],
        DeliveryState.Sending or DeliveryState.Awaited => words["StateSending"],
        DeliveryState.Sent or DeliveryState.Received => words[seen ? "StateSeen" : "StateSent"],
        DeliveryState.Refused or DeliveryState.Failed => words["StateNotSent", reason is null ? "" : Rule(reason)],
        DeliveryState.Unknown => words["StateUnknown"],
    };

    /// <summary>Which of us wrote it.</summary>
    public string Author(CauseKind? kind, string? member, string? workflow) => kind switch
    {
        null => words["FromInstagram"],
        CauseKind.Member => member ?? words["ByFormerMember"],
        CauseKind.Workflow when workflow is not null => words["ByWorkflow", workflow],
        _ => words["ByWorkflowUnnamed"],
    };

    /// <summary>What is attached, in a word.</summary>
    public string Attachment(string kinds)
    {
        var first = kinds.Split(',')[0];
        var key = first switch
        {
            "image" or "video" or "audio" or "file" or "ephemeral" or "unsupported" or "postback" or "share" => first,
            "ig_post" or "ig_reel" or "reel" => "post",
            "ig_story" or "story" or "story_mention" => "story",
            _ => "other",
        };
        return words[$"Kind{key}"];
    }
}
