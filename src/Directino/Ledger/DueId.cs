using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Ledger;

/// <summary>One thing that happens later.</summary>
public readonly record struct DueId : ITypedId<DueId>
{
    private DueId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static DueId Of(Guid value) => new(value);

    public static DueId New(TimeProvider clock) => TypedId.New<DueId>(clock);

    public static DueId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<DueId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DueId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
