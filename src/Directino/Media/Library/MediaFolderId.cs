using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Media.Library;

/// <summary>A folder of the library.</summary>
public readonly record struct MediaFolderId : ITypedId<MediaFolderId>
{
    private MediaFolderId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static MediaFolderId Of(Guid value) => new(value);

    public static MediaFolderId New(TimeProvider clock) => TypedId.New<MediaFolderId>(clock);

    public static MediaFolderId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<MediaFolderId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MediaFolderId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
