using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Remarks;

/// <summary>What somebody remarked about a post, or answered.</summary>
public readonly record struct RemarkId : ITypedId<RemarkId>
{
    private RemarkId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static RemarkId Of(Guid value) => new(value);

    public static RemarkId New(TimeProvider clock) => TypedId.New<RemarkId>(clock);

    public static RemarkId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<RemarkId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RemarkId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
