using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>A data key, wrapped by the master key.</summary>
public readonly record struct DataKeyId : ITypedId<DataKeyId>
{
    private DataKeyId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static DataKeyId Of(Guid value) => new(value);

    public static DataKeyId New(TimeProvider clock) => TypedId.New<DataKeyId>(clock);

    public static DataKeyId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<DataKeyId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DataKeyId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
