namespace Directino.Planning.Files;

/// <summary>One row of a file, as it stands there: what it means, and whether it may be, is for <see cref="RowCheck"/>.</summary>
/// <param name="Line">Its number as a spreadsheet counts: the names of the columns are row 1.</param>
public sealed record PlanRow(int Line, IReadOnlyDictionary<PlanColumn, string> Cells)
{
    public string this[PlanColumn column] => Cells.GetValueOrDefault(column) ?? "";

    /// <summary>The same with another text in one cell.</summary>
    public PlanRow With(PlanColumn column, string? text)
    {
        var cells = new Dictionary<PlanColumn, string>(Cells);
        if (string.IsNullOrWhiteSpace(text))
            cells.Remove(column);
        else
            cells[column] = text;
        return this with { Cells = cells };
    }

    /// <summary>What several things in one cell are: separated by | or line ends.</summary>
    public IReadOnlyList<string> Several(PlanColumn column, params ReadOnlySpan<char> also) =>
        this[column].Split(['|', '\n', '\r', .. also], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
