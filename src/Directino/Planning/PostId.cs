using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning;

/// <summary>One post: an idea, a plan, then a fact.</summary>
public readonly record struct PostId : ITypedId<PostId>
{
    private PostId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static PostId Of(Guid value) => new(value);

    public static PostId New(TimeProvider clock) => TypedId.New<PostId>(clock);

    public static PostId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<PostId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PostId result) =>
        TypedId.TryParse(s, out result);

    /// <summary>Ids are made in the order of time, so lists are paged by them; the databases compare.</summary>
    public static bool operator <(PostId left, PostId right) => left.Value.CompareTo(right.Value) < 0;

    public static bool operator >(PostId left, PostId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
