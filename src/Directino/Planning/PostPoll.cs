namespace Directino.Planning;

/// <summary>The poll below a caption, as its author wrote it.</summary>
public sealed record PostPoll
{
    /// <summary>Two to four, in the order in which they are shown.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>It stays open, where others end after three days.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>The same, without what would not be sent.</summary>
    public PostPoll Tidy() => this with { Options = [.. Options.Where(o => !string.IsNullOrWhiteSpace(o)).Select(o => o.Trim())] };

    public bool Equals(PostPoll? other) => other is not null && StaysOpen == other.StaysOpen && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(StaysOpen, Options.Count);
}
