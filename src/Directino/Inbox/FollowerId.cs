using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>A person on Instagram, as one connected account knows them.</summary>
public readonly record struct FollowerId : ITypedId<FollowerId>
{
    private FollowerId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static FollowerId Of(Guid value) => new(value);

    public static FollowerId New(TimeProvider clock) => TypedId.New<FollowerId>(clock);

    public static FollowerId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<FollowerId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FollowerId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
