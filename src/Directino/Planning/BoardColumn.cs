using Directino.Planning.Approvals;

namespace Directino.Planning;

/// <summary>Where posts stand on their way, as columns of a board.</summary>
public enum BoardColumn
{
    Draft,

    /// <summary>Somebody's word is waited for, scheduled or not.</summary>
    Waiting,
    Scheduled,
    Published,

    /// <summary>It needs somebody: it failed, was missed, is to be posted by hand now, its fate is unknown, or something will stand in its way.</summary>
    Trouble,
}

/// <summary>Which column a post is in, for a post and for the database.</summary>
public static class BoardColumns
{
    public static BoardColumn Of(PlannedPost post) => post.State switch
    {
        PostState.Failed or PostState.Missed or PostState.Unknown or PostState.Notified => BoardColumn.Trouble,
        PostState.Published => BoardColumn.Published,
        PostState.Draft or PostState.Scheduled or PostState.Publishing => post.Approval == ApprovalState.Waiting ? BoardColumn.Waiting
            : post.State == PostState.Draft ? BoardColumn.Draft
            : post.Reason is null ? BoardColumn.Scheduled
            : BoardColumn.Trouble,
    };

    internal static IQueryable<Post> In(this IQueryable<Post> posts, BoardColumn column) => column switch
    {
        BoardColumn.Draft => posts.Where(p => p.State == PostState.Draft && p.Approval != ApprovalState.Waiting),
        BoardColumn.Waiting => posts.Where(p => p.Approval == ApprovalState.Waiting && (p.State == PostState.Draft || p.State == PostState.Scheduled || p.State == PostState.Publishing)),
        BoardColumn.Scheduled => posts.Where(p => (p.State == PostState.Scheduled || p.State == PostState.Publishing) && p.Approval != ApprovalState.Waiting && p.Reason == null),
        BoardColumn.Published => posts.Where(p => p.State == PostState.Published),
        BoardColumn.Trouble => posts.Where(p => p.State == PostState.Failed || p.State == PostState.Missed || p.State == PostState.Unknown || p.State == PostState.Notified
            || ((p.State == PostState.Scheduled || p.State == PostState.Publishing) && p.Approval != ApprovalState.Waiting && p.Reason != null)),
    };

    /// <summary>What is to come in its order, drafts without a time last; what is over from the newest on.</summary>
    internal static IOrderedQueryable<Post> Ordered(this IQueryable<Post> posts, BoardColumn column) => column switch
    {
        BoardColumn.Published or BoardColumn.Trouble => posts.OrderByDescending(p => p.At).ThenByDescending(p => p.Id),
        BoardColumn.Scheduled => posts.OrderBy(p => p.At).ThenBy(p => p.Id),
        BoardColumn.Draft or BoardColumn.Waiting => posts.OrderBy(p => p.At == null).ThenBy(p => p.At).ThenByDescending(p => p.Id),
    };
}
