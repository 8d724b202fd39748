using Directino.Planning;
using Directino.Planning.Series;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done with a series, said in words and taken back. One per circuit.</summary>
public sealed class SeriesDesk(SeriesBook book, SeriesText text, Toasts toasts, IStringLocalizer<SeriesWords> words)
{
    public Task<SeriesOutcome> Start(Visitor visitor, NewSeries wanted, PostId? first, CancellationToken ct) => book.Start(visitor.Workspace, visitor.Person, wanted, first, ct);

    public async Task<string?> Change(Visitor visitor, PostSeries series, NewSeries wanted, CancellationToken ct) =>
        Said(await book.Change(visitor.Workspace, series.Id, visitor.Person, wanted, series.Version, ct), "WasSaved", null);

    public async Task<string?> Pause(Visitor visitor, PostSeries series, bool paused, CancellationToken ct) =>
        Said(await book.Pause(visitor.Workspace, series.Id, paused, ct), paused ? "WasPaused" : null, () => Pause(visitor, series, false, CancellationToken.None));

    public async Task<string?> End(Visitor visitor, PostSeries series, bool ended, CancellationToken ct) =>
        Said(await book.End(visitor.Workspace, series.Id, ended, ct), ended ? "WasEnded" : null, () => End(visitor, series, false, CancellationToken.None));

    public async Task<string?> Skip(Visitor visitor, PostSeries series, SeriesMoment day, bool skipped, string name, CancellationToken ct) =>
        Said(await book.Skip(visitor.Workspace, series.Id, day.Date, skipped, ct), skipped ? "WasSkipped" : null, () => Skip(visitor, series, day, false, name, CancellationToken.None), name);

    /// <summary>What a post of a series says, for all that follow it.</summary>
    public async Task Follow(Visitor visitor, PostId post, CancellationToken ct)
    {
        if (Said(await book.Follow(visitor.Workspace, post, visitor.Person, ct), "Followed", null) is { } flaw)
            toasts.Say(flaw);
    }

    private string? Said(SeriesOutcome outcome, string? done, Func<Task<string?>>? undo, params object[] holes)
    {
        if (text.Flaw(outcome) is { } flaw)
            return flaw;
        if (done is not null && undo is not null)
            toasts.Say(words[done, holes], async () => Tell(await undo()));
        else if (done is not null)
            toasts.Say(words[done, holes]);
        return null;
    }

    private void Tell(string? flaw)
    {
        if (flaw is not null)
            toasts.Say(flaw);
    }
}
