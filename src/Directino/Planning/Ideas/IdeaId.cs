using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Ideas;

/// <summary>Something that may become a post.</summary>
public readonly record struct IdeaId : ITypedId<IdeaId>
{
    private IdeaId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static IdeaId Of(Guid value) => new(value);

    public static IdeaId New(TimeProvider clock) => TypedId.New<IdeaId>(clock);

    public static IdeaId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<IdeaId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IdeaId result) =>
        TypedId.TryParse(s, out result);

    /// <summary>Ids are made in the order of time, so lists are paged by them; the databases compare.</summary>
    public static bool operator <(IdeaId left, IdeaId right) => left.Value.CompareTo(right.Value) < 0;

    public static bool operator >(IdeaId left, IdeaId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
