using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>A workspace: the tenant every row belongs to.</summary>
public readonly record struct WorkspaceId : ITypedId<WorkspaceId>
{
    private WorkspaceId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static WorkspaceId Of(Guid value) => new(value);

    public static WorkspaceId New(TimeProvider clock) => TypedId.New<WorkspaceId>(clock);

    public static WorkspaceId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<WorkspaceId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkspaceId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
