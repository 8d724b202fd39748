using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts.Connecting;

/// <summary>What one workspace has to delete for it.</summary>
public readonly record struct DataDeletionPartId : ITypedId<DataDeletionPartId>
{
    private DataDeletionPartId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static DataDeletionPartId Of(Guid value) => new(value);

    public static DataDeletionPartId New(TimeProvider clock) => TypedId.New<DataDeletionPartId>(clock);

    public static DataDeletionPartId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<DataDeletionPartId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DataDeletionPartId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
