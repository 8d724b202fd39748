using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Evergreen;

/// <summary>A post that may be published again and again.</summary>
public readonly record struct EvergreenId : ITypedId<EvergreenId>
{
    private EvergreenId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static EvergreenId Of(Guid value) => new(value);

    public static EvergreenId New(TimeProvider clock) => TypedId.New<EvergreenId>(clock);

    public static EvergreenId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<EvergreenId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EvergreenId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
