namespace Directino.Sandbox.Shop;

/// <summary>The products of an account's shop. An account without one has no shop.</summary>
public sealed record Catalog(string Id, string Name, string Shop, IReadOnlyList<Product> Products);

/// <summary>Something that a shop sells.</summary>
public sealed record Product
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? RetailerId { get; init; }
    public string Price { get; init; } = "€5.00";

    /// <summary><c>approved</c>, <c>pending</c>, <c>outdated</c>, <c>rejected</c> or empty. Only what is approved is shown on a post.</summary>
    public string ReviewStatus { get; init; } = "approved";

    /// <summary>Key of its picture among the sandbox's files.</summary>
    public string? PictureFile { get; init; }
}
