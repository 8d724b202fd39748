using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning;

/// <summary>What one person is writing.</summary>
public readonly record struct WorkingCopyId : ITypedId<WorkingCopyId>
{
    private WorkingCopyId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static WorkingCopyId Of(Guid value) => new(value);

    public static WorkingCopyId New(TimeProvider clock) => TypedId.New<WorkingCopyId>(clock);

    public static WorkingCopyId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<WorkingCopyId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkingCopyId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
