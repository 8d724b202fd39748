using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts.Connecting;

/// <summary>One wish of a person at Instagram to have their data deleted.</summary>
public readonly record struct DataDeletionId : ITypedId<DataDeletionId>
{
    private DataDeletionId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static DataDeletionId Of(Guid value) => new(value);

    public static DataDeletionId New(TimeProvider clock) => TypedId.New<DataDeletionId>(clock);

    public static DataDeletionId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<DataDeletionId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DataDeletionId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
