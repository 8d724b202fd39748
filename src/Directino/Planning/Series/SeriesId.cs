using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Series;

/// <summary>A post that is repeated by a rule.</summary>
public readonly record struct SeriesId : ITypedId<SeriesId>
{
    private SeriesId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static SeriesId Of(Guid value) => new(value);

    public static SeriesId New(TimeProvider clock) => TypedId.New<SeriesId>(clock);

    public static SeriesId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<SeriesId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeriesId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
