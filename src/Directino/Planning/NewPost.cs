using Directino.Labels;
using Directino.Persistence;
using Directino.Planning.Campaigns;

namespace Directino.Planning;

/// <summary>A whole post at once, as files and series bring it.</summary>
/// <param name="At">When it goes out, or might.</param>
/// <param name="Key">By which it is known again: of two with one key the second is refused.</param>
/// <param name="IsScheduled">Whether it is to go out at its time; otherwise it is a draft.</param>
public sealed record NewPost(PostContent Content, DateTimeOffset? At, PostSorting Sorting, string Key, bool IsScheduled)
{
    /// <summary>Its time is a slot of the timetable that no other is put into.</summary>
    internal bool Holds { get; init; }

    /// <summary>Adds what is saved together with it.</summary>
    internal Action<Post, DirectinoContext>? Beside { get; init; }
}
