using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Media.Uploads;

/// <summary>One file that comes in, piece by piece.</summary>
public readonly record struct UploadId : ITypedId<UploadId>
{
    private UploadId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static UploadId Of(Guid value) => new(value);

    public static UploadId New(TimeProvider clock) => TypedId.New<UploadId>(clock);

    public static UploadId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<UploadId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UploadId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
