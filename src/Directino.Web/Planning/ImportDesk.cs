using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Planning.Files;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done on the page that brings a file in, said in words and taken back. One per circuit.</summary>
public sealed class ImportDesk(PlanImports imports, Planner planner, LabelBook labels, CampaignBook campaigns, PlanningText text, Toasts toasts, IStringLocalizer<PlanFileWords> words)
{
    /// <summary>Makes posts of rows, one after the other; what cannot be one stays where it is.</summary>
    /// <param name="progress">Told how many have had their turn.</param>
    public async Task Take(Visitor visitor, ImportView view, IReadOnlyList<CheckedRow> rows, ImportAs wanted, Action<int> progress, CancellationToken ct)
    {
        var done = new List<(PlanRow Row, Post Post)>();
        foreach (var (turn, row) in rows.Index())
        {
            if (await imports.Take(visitor.Workspace, visitor.Person, row, wanted, ct) is PlanOutcome.Done made)
                done.Add((row.Row, made.Post));
            progress(turn + 1);
        }

        if (done.Count == view.Rows.Count)
            await imports.Drop(visitor.Workspace, visitor.Person, ct);
        if (done.Count > 0)
            toasts.Say(Count(wanted == ImportAs.Scheduled ? "WereScheduled" : "WereDrafted", done.Count), () => TakeBack(visitor, view, done));
        if (done.Count < rows.Count)
            toasts.Say(Count("NotAllTaken", rows.Count - done.Count));
    }

    public async Task LeaveOut(Visitor visitor, ImportView view, CheckedRow row, CancellationToken ct)
    {
        await imports.Drop(visitor.Workspace, visitor.Person, row.Row.Line, ct);
        toasts.Say(words["RowLeftOut", Numbers.Say(row.Row.Line)], () => imports.PutBack(view, [row.Row], CancellationToken.None));
    }

    public async Task PutAway(Visitor visitor, ImportView view, CancellationToken ct)
    {
        await imports.Drop(visitor.Workspace, visitor.Person, ct);
        toasts.Say(words["FilePutAway", view.Import.FileName], () => imports.PutBack(view, view.Rows.Select(r => r.Row), CancellationToken.None));
    }

    /// <summary>Makes the labels that rows name and nobody has made yet.</summary>
    public async Task AddLabels(Visitor visitor, IEnumerable<string> names, CancellationToken ct)
    {
        foreach (var (turn, name) in names.Index())
        {
            if (await labels.Add(visitor.Workspace, name, (LabelColor)(turn % Enum.GetValues<LabelColor>().Length), ct) is LabelOutcome.Refused refused)
            {
                toasts.Say(text.Rule(refused.Rule));
                return;
            }
        }
    }

    /// <summary>Makes the campaigns that rows name and nobody has made yet, without days.</summary>
    public async Task AddCampaigns(Visitor visitor, IEnumerable<string> names, CancellationToken ct)
    {
        foreach (var (turn, name) in names.Index())
        {
            if (await campaigns.Add(visitor.Workspace, new CampaignText(name, null, (LabelColor)(turn % Enum.GetValues<LabelColor>().Length), null, null), ct) is CampaignOutcome.Refused refused)
            {
                toasts.Say(text.Rule(refused.Rule));
                return;
            }
        }
    }

    private async Task TakeBack(Visitor visitor, ImportView view, List<(PlanRow Row, Post Post)> done)
    {
        var back = new List<PlanRow>();
        foreach (var (row, post) in done)
        {
            if (await planner.Delete(visitor.Workspace, post.Id, post.Version, CancellationToken.None) is PlanOutcome.Done)
                back.Add(row);
        }

        await imports.PutBack(view, back, CancellationToken.None);
        if (back.Count < done.Count)
            toasts.Say(Count("NotAllTakenBack", done.Count - back.Count));
    }

    private string Count(string key, int count) => count == 1 ? words[$"{key}One"] : words[key, Numbers.Say(count)];
}
