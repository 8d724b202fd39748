namespace Directino.Insights;

/// <summary>A number as people see it: the value or the reason it is missing, where it comes from and how old it is.</summary>
public sealed record Reading(long? Value, NumberGap? Missing, string? Source, DateTimeOffset? FetchedAt)
{
    public static readonly Reading NotRead = new(null, NumberGap.NotRead, null, null);

    public static Reading Of(StoredNumber? number) =>
        number is null ? NotRead : new(number.Value, number.Missing, number.Source, number.FetchedAt);
}
