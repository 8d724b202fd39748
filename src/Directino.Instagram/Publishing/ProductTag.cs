namespace Directino.Instagram.Publishing;

/// <summary>A product marked in a picture.</summary>
/// <param name="ProductId">Id in the account's catalogue.</param>
/// <param name="X">0 (left) to 1.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record ProductTag(string ProductId, decimal X, decimal Y);

internal sealed record ProductTagWire(string ProductId, decimal? X = null, decimal? Y = null);
