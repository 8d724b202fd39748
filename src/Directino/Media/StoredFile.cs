namespace Directino.Media;

/// <summary>A file of the store.</summary>
/// <param name="Key">Under what it is found; of a file that was never finished, where it lies.</param>
/// <param name="WrittenAt">When it was put there last.</param>
public readonly record struct StoredFile(string Key, DateTimeOffset WrittenAt);
