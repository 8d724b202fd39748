using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Ledger;

/// <summary>One outward act in the ledger.</summary>
public readonly record struct ActId : ITypedId<ActId>
{
    private ActId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    /// <summary>Earlier in the ledger: keys sort by time.</summary>
    public static bool operator <(ActId left, ActId right) => left.Value < right.Value;

    public static bool operator >(ActId left, ActId right) => left.Value > right.Value;

    public static ActId Of(Guid value) => new(value);

    public static ActId New(TimeProvider clock) => TypedId.New<ActId>(clock);

    public static ActId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<ActId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ActId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
