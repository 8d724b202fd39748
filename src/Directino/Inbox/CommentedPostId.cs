using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>A post under which somebody commented.</summary>
public readonly record struct CommentedPostId : ITypedId<CommentedPostId>
{
    private CommentedPostId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static CommentedPostId Of(Guid value) => new(value);

    public static CommentedPostId New(TimeProvider clock) => TypedId.New<CommentedPostId>(clock);

    public static CommentedPostId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<CommentedPostId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommentedPostId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
