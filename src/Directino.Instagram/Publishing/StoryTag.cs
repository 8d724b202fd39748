namespace Directino.Instagram.Publishing;

/// <summary>A person marked in a story, with or without a place on it.</summary>
/// <param name="Username">Handle without @.</param>
/// <param name="X">0 (left) to 1; sent only together with <paramref name="Y"/>.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record StoryTag(string Username, decimal? X = null, decimal? Y = null);
