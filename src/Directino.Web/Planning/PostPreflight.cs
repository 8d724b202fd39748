using Directino.Accounts;
using Directino.Media.Reach;
using Directino.Planning;
using Directino.Planning.Neighbours;
using Directino.Publishing;

namespace Directino.Web.Planning;

/// <summary>Tells programs what the composer shows while one writes.</summary>
public sealed class PostPreflight(PlanReader plan, NeighbourReader neighbours, PostReach reach, OutlookReader outlooks, PlanningText text, TimeProvider clock)
{
    public async Task<PreflightAnswer> Of(WorkspaceId workspace, PostId? id, PostContent content, DateTimeOffset? slot, CancellationToken ct)
    {
        var (account, media) = await plan.Named(workspace, content, ct);
        var objections = PostCheck.Objections(content, account, media, slot, clock.GetUtcNow());
        var warnings = await neighbours.Warnings(workspace, id, content, slot, ct);
        var files = await reach.Look(content, media, account?.Login, anew: false, ct);
        var outlook = account is null || content.Options.ByHand ? null : await outlooks.Of(workspace, id, account.Id, slot, ct);
        if (slot is not null && outlook?.Quota is { Full: { } full } && !objections.Any(o => o.Field == PostField.Slot))
            objections = [.. objections, new Objection(PostField.Slot, PostRules.QuotaFull, Full: full)];
        return new(
            [.. objections.Select(o => Of(o, content))],
            [.. warnings.Select(w => Of(w, account?.TimeZone ?? "UTC"))],
            [.. files.Select(Of)],
            [.. PostCheck.Advice(content, media).Select(o => Of(o, content))],
            outlook is null ? null : Of(outlook, account!));
    }

    private ObjectionAnswer Of(Objection objection, PostContent content) => new(PlanAnswers.Field(objection), objection.Rule, text.Objection(objection, content),
        PostMending.Mend(content, objection) is { } mend ? text.Mend(mend) : PostMending.Crop(objection) is { } crop ? text.Mend(crop) : null);

    private OutlookAnswer Of(SlotOutlook outlook, ConnectedAccount account) => new(
        outlook.Token is { } token ? new TokenOutlookAnswer(token.EndsAt, token.Standing, text.Token(token, account)) : null,
        outlook.Quota is { } quota ? new QuotaOutlookAnswer(quota.Used, quota.Quota.Total, quota.Full?.Next) : null);

    private ReachAnswer Of(ReachReading reading) =>
        new(reading.Item!.Value.Value, reading.Fault is null, reading.Fault?.Rule, reading.Fault is { } fault ? text.Reach(fault) : null, reading.At);

    private WarningAnswer Of(PostWarning warning, string zone) => new(
        warning.Rule, text.Warning(warning, zone), warning.Other.Id.Value, warning.Other.State, warning.Other.At, warning.Apart is { } apart ? (int)apart.TotalMinutes : null);
}
