using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Insights;

/// <summary>A published post as the insights know it. Ours; Instagram's media id is a string beside it.</summary>
public readonly record struct InsightPostId : ITypedId<InsightPostId>
{
    private InsightPostId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static bool operator <(InsightPostId left, InsightPostId right) => left.Value < right.Value;

    public static bool operator >(InsightPostId left, InsightPostId right) => left.Value > right.Value;

    public static InsightPostId Of(Guid value) => new(value);

    public static InsightPostId New(TimeProvider clock) => TypedId.New<InsightPostId>(clock);

    public static InsightPostId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<InsightPostId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InsightPostId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
