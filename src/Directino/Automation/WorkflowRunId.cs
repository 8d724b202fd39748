using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Automation;

/// <summary>What one workflow did about one comment.</summary>
public readonly record struct WorkflowRunId : ITypedId<WorkflowRunId>
{
    private WorkflowRunId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static WorkflowRunId Of(Guid value) => new(value);

    public static WorkflowRunId New(TimeProvider clock) => TypedId.New<WorkflowRunId>(clock);

    public static WorkflowRunId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<WorkflowRunId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkflowRunId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
