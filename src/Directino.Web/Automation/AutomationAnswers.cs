using Directino.Accounts;
using Directino.Automation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Automation;

/// <summary>A workflow as a program writes it. <paramref name="MediaId"/>: Instagram's id of the only post it listens to.</summary>
internal sealed record WorkflowRequest(
    Guid Account, string? Name, IReadOnlyList<string>? Keywords, string? MediaId, IReadOnlyList<string>? PublicTexts, string? PrivateText, string? Disclosure)
{
    public WorkflowDraft Draft() => new()
    {
        AccountId = Account == Guid.Empty ? default : AccountId.Of(Account),
        Name = Name ?? "",
        Keywords = Keywords ?? [],
        MediaId = MediaId,
        PublicTexts = PublicTexts ?? [],
        PrivateText = PrivateText ?? "",
        Disclosure = Disclosure ?? "",
    };

    public static ValidationProblem? Problem(WorkflowDraft draft) =>
        draft.Problems() is { Count: > 0 } problems
            ? TypedResults.ValidationProblem(problems.GroupBy(p => char.ToLowerInvariant(p.Field[0]) + p.Field[1..]).ToDictionary(g => g.Key, g => g.Select(p => p.Name).ToArray()))
            : null;
}

internal sealed record WorkflowSwitchRequest(bool On);

internal sealed record WorkflowAnswer(
    Guid Id, Guid Account, string Name, bool On, DateTimeOffset? OnSince, IReadOnlyList<string> Keywords, string? MediaId,
    IReadOnlyList<string> PublicTexts, string PrivateText, string Disclosure, Funnel Funnel)
{
    public static WorkflowAnswer Of(WorkflowSummary s) => new(
        s.Workflow.Id.Value, s.Workflow.AccountId.Value, s.Workflow.Name, s.Workflow.IsOn, s.Workflow.OnSince, s.Workflow.KeywordList, s.Workflow.MediaId,
        s.Workflow.PublicTextList, s.Workflow.PrivateText, s.Workflow.Disclosure, s.Funnel);
}

/// <summary>How a workflow would have done over the last 30 days; at most the newest 200 comments it concerns.</summary>
internal sealed record RehearsalAnswer(int Comments, int Matched, int Answered, IReadOnlyList<RefusalCount> Refused, IReadOnlyList<RehearsedAnswer> Lines)
{
    private const int Most = 200;

    public static RehearsalAnswer Of(RehearsalReport r) =>
        new(r.Comments, r.Matched, r.Answered, r.Refused, [.. r.Lines.Take(Most).Select(RehearsedAnswer.Of)]);
}

internal sealed record RehearsedAnswer(
    Guid Comment, Guid Conversation, DateTimeOffset At, string? Author, string Text, string? Rule, string? PublicReply, string? PrivateReply)
{
    public static RehearsedAnswer Of(RehearsedComment c) =>
        new(c.Comment.Value, c.Conversation.Value, c.At, c.Author, c.Text, c.Rule, c.PublicReply, c.PrivateReply);
}
