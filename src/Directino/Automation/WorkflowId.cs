using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Automation;

/// <summary>A workflow.</summary>
public readonly record struct WorkflowId : ITypedId<WorkflowId>
{
    private WorkflowId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static WorkflowId Of(Guid value) => new(value);

    public static WorkflowId New(TimeProvider clock) => TypedId.New<WorkflowId>(clock);

    public static WorkflowId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<WorkflowId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkflowId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
