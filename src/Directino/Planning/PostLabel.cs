namespace Directino.Planning;

/// <summary>A label on a post.</summary>
public sealed class PostLabel
{
    public required LabelId LabelId { get; init; }
}
