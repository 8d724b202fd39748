using Directino.Ledger;
using Directino.Web.Controls;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Ledger;

/// <summary>Says what stands in the ledger in words: kinds, states, rules and reasons by their names, with an honest sentence for a name nobody has put into words.</summary>
public sealed class LedgerText(IStringLocalizer<LedgerWords> words)
{
    public string Kind(string kind) => Word($"Kind.{kind}") ?? kind;

    /// <summary>How it ended or stands, in a word.</summary>
    public string State(ActState state) => words[$"State.{state}"];

    /// <summary>The rule that refused it, or the error that ended or delays it.</summary>
    public string Reason(string reason) => Word($"Rule.{reason}") ?? Word($"Reason.{reason}") ?? words["ReasonUnnamed", reason];

    /// <summary>What became of it, as a sentence; null where the state says everything.</summary>
    public string? Outcome(ActivityEntry entry) => entry.State switch
    {
        ActState.Refused or ActState.Failed when entry.Reason is { } reason => Reason(reason),
        ActState.Unknown => words["UnknownMeans"],
        ActState.Intended when entry.Reason is { } reason => words["WaitsBecause", Reason(reason)],
        _ => null,
    };

    public string Cause(ActivityEntry entry) => entry.CauseName is { } name
        ? entry is { CauseKind: CauseKind.Member, CauseDetail: { } key } ? words["CauseNamedMemberByKey", name, key] : words[$"CauseNamed{entry.CauseKind}", name]
        : words[$"Cause{entry.CauseKind}"];

    /// <summary>Where the cause can be seen, if it has a page.</summary>
    public static string? CauseLink(ActivityEntry entry) => entry.CauseKind switch
    {
        CauseKind.Schedule => $"/plan/posts/{entry.CauseId}",
        CauseKind.Workflow => entry.CauseName is null ? null : $"/automation/{entry.CauseId}",
        CauseKind.Member or CauseKind.Policy => null,
    };

    public static StateKind Badge(ActState state) => state switch
    {
        ActState.Intended => StateKind.Waiting,
        ActState.Sending => StateKind.Publishing,
        ActState.Done => StateKind.Done,
        ActState.Refused => StateKind.Refused,
        ActState.Failed => StateKind.Failed,
        ActState.Unknown => StateKind.Unknown,
    };

    public static string Icon(string kind) => kind switch
    {
        "create-container" => "image",
        "publish-media" => "upload",
        "reply-to-comment" or "first-comment" => "message-circle",
        "close-comments" => "message-square",
        "delete-media" => "trash-2",
        "private-reply" => "reply",
        "send-message" => "send",
        _ => "zap",
    };

    private string? Word(string key) => words[key] is { ResourceNotFound: false } found ? found.Value : null;
}
