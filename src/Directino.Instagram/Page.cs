namespace Directino.Instagram;

/// <summary>One page of a cursor-paged list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows; a page may be short or empty although more follow.</param>
/// <param name="After">Cursor of the next page, null at the end. Never store it: it dies when rows change.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? After);
