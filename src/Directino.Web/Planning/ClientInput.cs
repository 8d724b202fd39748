namespace Directino.Web.Planning;

/// <summary>What a client says about one post.</summary>
public sealed class ClientInput
{
    /// <summary>The edition they saw.</summary>
    public int Edition { get; set; }

    public string? Name { get; set; }

    public string? Sentence { get; set; }

    /// <summary>Which button was pressed: a name of <see cref="Directino.Planning.Approvals.ApprovalStepKind"/>.</summary>
    public string? Decision { get; set; }
}
