using System.Globalization;
using Directino.Planning.Neighbours;

namespace Directino.Planning.Files;

/// <summary>Checks the rows of a file: each by itself, then beside each other and the posts there are. Pure.</summary>
public static class RowCheck
{
    public static IReadOnlyList<CheckedRow> Read(IReadOnlyList<PlanRow> rows, RowWorld world) => [.. rows.Select(r => new RowMeaning(r, world).Read())];

    /// <summary>What is there already, or would be twice. The earlier row stands in the way of the later one.</summary>
    public static IReadOnlyList<CheckedRow> Compare(IReadOnlyList<CheckedRow> rows, IReadOnlyList<RowNeighbour> neighbours)
    {
        var before = new List<CheckedRow>();
        var compared = new List<CheckedRow>();
        foreach (var row in rows)
        {
            RowProblem?[] found = [There(row, neighbours) ?? Same(row, before) ?? Minute(row, before, neighbours), .. Words(row, before, neighbours)];
            var problems = found.OfType<RowProblem>().ToList();
            // Of what is there already nothing else is of interest.
            compared.Add(row with
            {
                Problems = problems.Exists(p => p is { Post: not null, Weight: RowWeight.Stops }) ? [problems[0]] : [.. row.Problems.Concat(problems).OrderByDescending(p => p.Weight)],
            });
            before.Add(row);
        }

        return compared;
    }

    /// <summary>What a row would crowd or repeat of its account's posts; what was said of it already is not said again.</summary>
    public static IReadOnlyList<CheckedRow> Crowd(IReadOnlyList<CheckedRow> rows, IReadOnlyList<PostNeighbour> neighbours, DateTimeOffset now)
    {
        var posts = neighbours.ToLookup(n => n.Account);
        return [.. rows.Select(r => r.Content.Account is { } account && r.Known is null && posts[account].ToList() is [_, ..] near ? Crowd(r, near, now) : r)];
    }

    private static CheckedRow Crowd(CheckedRow row, List<PostNeighbour> near, DateTimeOffset now)
    {
        var post = new ComposedPost(null, row.Content.Kind, row.At, [.. row.Media.Select(NeighbourReader.Origin)], CaptionTrace.Of(row.Content.Caption));
        var hints = Neighbourhood.Warnings(post, near, now).Select(w => Hint(row, w)).OfType<RowProblem>();
        return row with { Problems = [.. row.Problems, .. hints] };
    }

    private static RowProblem? Hint(CheckedRow row, PostWarning warning) => warning.Rule switch
    {
        NeighbourRules.NearSlot => new(PlanColumn.Time, PlanFileRules.TimeNear, RowWeight.Hint) { Post = warning.Other.Id, About = [warning.Other.Beginning, (int)warning.Apart!.Value.Duration().TotalMinutes] },
        NeighbourRules.SamePictures or NeighbourRules.SamePost => new(PlanColumn.Media, PlanFileRules.ShownBefore, RowWeight.Hint) { Post = warning.Other.Id, About = [Day(warning.Other.At, row)] },
        NeighbourRules.SameWords when !row.Problems.Any(p => p.Rule == PlanFileRules.SaidBefore) =>
            new(PlanColumn.Caption, PlanFileRules.SaidAlike, RowWeight.Hint) { Post = warning.Other.Id, About = [Day(warning.Other.At, row)] },
        _ => null,
    };

    private static RowProblem? There(CheckedRow row, IReadOnlyList<RowNeighbour> neighbours)
    {
        if (row.Problems.Any(p => p.Weight == RowWeight.Stops))
            return null;
        if (neighbours.FirstOrDefault(n => n.ImportKey == row.Key) is { } imported)
            return new(PlanColumn.Caption, PlanFileRules.AlreadyImported, RowWeight.Stops) { Post = imported.Id };
        return neighbours.FirstOrDefault(n => row.At is not null && n.At == row.At && Says(row, n) && n.Items.SequenceEqual(row.Content.Items.Select(i => i.Media))) is { } there
            ? new(PlanColumn.Caption, PlanFileRules.AlreadyThere, RowWeight.Stops) { Post = there.Id } : null;
    }

    private static RowProblem? Same(CheckedRow row, List<CheckedRow> before) =>
        !row.Problems.Any(p => p.Weight == RowWeight.Stops) && before.Find(b => b.Key == row.Key) is { } same
            ? new(PlanColumn.Caption, PlanFileRules.SameRow, RowWeight.Stops) { About = [same.Row.Line] } : null;

    private static RowProblem? Minute(CheckedRow row, List<CheckedRow> before, IReadOnlyList<RowNeighbour> neighbours)
    {
        if (row.At is not { } at || row.Content.Account is not { } account)
            return null;
        if (neighbours.FirstOrDefault(n => n.At == at && n.Account == account) is { } post)
            return new(PlanColumn.Time, PlanFileRules.TimeShared, RowWeight.Hint) { Post = post.Id, About = [Beginning(post.Caption)] };
        return before.Find(b => b.At == at && b.Content.Account == account) is { } other
            ? new(PlanColumn.Time, PlanFileRules.TimeSharedInFile, RowWeight.Hint) { About = [other.Row.Line] } : null;
    }

    private static IEnumerable<RowProblem> Words(CheckedRow row, List<CheckedRow> before, IReadOnlyList<RowNeighbour> neighbours)
    {
        if (string.IsNullOrEmpty(row.Content.Caption))
            yield break;
        if (neighbours.Where(n => Says(row, n) && n.At != row.At).MaxBy(n => n.At) is { At: { } at } post)
            yield return new(PlanColumn.Caption, PlanFileRules.SaidBefore, RowWeight.Hint) { Post = post.Id, About = [Day(at, row)] };
        else if (before.Find(b => b.Content.Caption == row.Content.Caption && b.Content.Account == row.Content.Account && b.Key != row.Key) is { } other)
            yield return new(PlanColumn.Caption, PlanFileRules.SaidInFile, RowWeight.Hint) { About = [other.Row.Line] };
    }

    private static bool Says(CheckedRow row, RowNeighbour post) => post.Account == row.Content.Account && post.Caption == row.Content.Caption;

    private static string Day(DateTimeOffset at, CheckedRow row) => LocalTime.Of(at, LocalTime.Zone(row.Zone)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Beginning(string caption)
    {
        var line = caption.Split('\n', 2)[0];
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[59]) ? 59 : 60)].TrimEnd() + "…";
    }
}
