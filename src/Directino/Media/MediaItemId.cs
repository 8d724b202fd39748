using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Media;

/// <summary>One picture in a workspace's library.</summary>
public readonly record struct MediaItemId : ITypedId<MediaItemId>
{
    private MediaItemId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static MediaItemId Of(Guid value) => new(value);

    public static MediaItemId New(TimeProvider clock) => TypedId.New<MediaItemId>(clock);

    public static MediaItemId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<MediaItemId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MediaItemId result) =>
        TypedId.TryParse(s, out result);

    /// <summary>Ids are made in the order of time, so lists are paged by them; the databases compare.</summary>
    public static bool operator <(MediaItemId left, MediaItemId right) => left.Value.CompareTo(right.Value) < 0;

    public static bool operator >(MediaItemId left, MediaItemId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
