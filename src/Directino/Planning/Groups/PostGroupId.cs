using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Groups;

/// <summary>Posts of several accounts that were written as one.</summary>
public readonly record struct PostGroupId : ITypedId<PostGroupId>
{
    private PostGroupId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static PostGroupId Of(Guid value) => new(value);

    public static PostGroupId New(TimeProvider clock) => TypedId.New<PostGroupId>(clock);

    public static PostGroupId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<PostGroupId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PostGroupId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
