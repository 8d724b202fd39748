namespace Directino.Publishing;

/// <summary>What was asked of Instagram, for people: as it was sent, without the token, and with the names of files in place of their links.</summary>
/// <param name="Path">Below the host and version of the API.</param>
public sealed record StoryCall(string Method, string Path, IReadOnlyList<StoryField> Fields);

/// <summary>One parameter by Meta's name; a long value is cut.</summary>
public sealed record StoryField(string Name, string Value);
