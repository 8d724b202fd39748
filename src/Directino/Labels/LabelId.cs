using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Labels;

/// <summary>A label that a workspace gives its posts.</summary>
public readonly record struct LabelId : ITypedId<LabelId>
{
    private LabelId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static LabelId Of(Guid value) => new(value);

    public static LabelId New(TimeProvider clock) => TypedId.New<LabelId>(clock);

    public static LabelId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<LabelId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LabelId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
