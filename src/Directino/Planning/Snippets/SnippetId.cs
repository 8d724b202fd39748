using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Snippets;

/// <summary>Words a workspace saved for its captions.</summary>
public readonly record struct SnippetId : ITypedId<SnippetId>
{
    private SnippetId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static SnippetId Of(Guid value) => new(value);

    public static SnippetId New(TimeProvider clock) => TypedId.New<SnippetId>(clock);

    public static SnippetId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<SnippetId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SnippetId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
