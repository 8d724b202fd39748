namespace Directino.Insights;

/// <summary>What the table of posts is sorted by.</summary>
public enum PostSort
{
    Published,
    Views,
    Reach,
    Interactions,
    Likes,
    Comments,
    Saved,
    Shares,
}
