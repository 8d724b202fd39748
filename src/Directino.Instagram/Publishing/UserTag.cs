namespace Directino.Instagram.Publishing;

/// <summary>A person marked in a picture. Public accounts only.</summary>
/// <param name="Username">Handle without @.</param>
/// <param name="X">0 (left) to 1.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record UserTag(string Username, decimal X, decimal Y);

internal sealed record UserTagWire(string Username, decimal? X = null, decimal? Y = null);
