using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>A comment. Ours; Instagram's own id is a string beside it.</summary>
public readonly record struct CommentId : ITypedId<CommentId>
{
    private CommentId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static CommentId Of(Guid value) => new(value);

    public static CommentId New(TimeProvider clock) => TypedId.New<CommentId>(clock);

    public static CommentId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<CommentId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommentId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
