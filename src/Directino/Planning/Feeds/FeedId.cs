using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Feeds;

/// <summary>The address of a private calendar.</summary>
public readonly record struct FeedId : ITypedId<FeedId>
{
    private FeedId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static FeedId Of(Guid value) => new(value);

    public static FeedId New(TimeProvider clock) => TypedId.New<FeedId>(clock);

    public static FeedId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<FeedId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FeedId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
