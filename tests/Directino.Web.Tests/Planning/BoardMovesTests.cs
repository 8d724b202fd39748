using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Planning;

namespace Directino.Web.Tests.Planning;

public sealed class BoardMovesTests
{
    [Theory]
    [InlineData(PostState.Draft, ApprovalState.NotAsked, false, "Scheduled")]
    [InlineData(PostState.Draft, ApprovalState.NotAsked, true, "Waiting,Scheduled")]
    [InlineData(PostState.Draft, ApprovalState.ChangesAsked, true, "Waiting,Scheduled")]
    [InlineData(PostState.Draft, ApprovalState.Waiting, true, "")]
    [InlineData(PostState.Draft, ApprovalState.Approved, true, "Scheduled")]
    [InlineData(PostState.Scheduled, ApprovalState.Waiting, true, "Draft")]
    [InlineData(PostState.Scheduled, ApprovalState.NotAsked, false, "Draft")]
    [InlineData(PostState.Publishing, ApprovalState.NotAsked, false, "")]
    [InlineData(PostState.Published, ApprovalState.NotAsked, false, "")]
    [InlineData(PostState.Failed, ApprovalState.NotAsked, false, "Draft,Scheduled")]
    [InlineData(PostState.Missed, ApprovalState.NotAsked, false, "Draft,Scheduled")]
    [InlineData(PostState.Unknown, ApprovalState.NotAsked, false, "")]
    public void A_post_is_moved_only_where_that_means_something(PostState state, ApprovalState approval, bool asks, string expected)
    {
        var post = new PlannedPost(default, 1, state, null, null, "", null, null, null, PostKind.Post, 1, null, null, null, approval);
        string.Join(',', BoardMoves.To(post, asks, true, true)).ShouldBe(expected);
        BoardMoves.To(post, asks, false, false).ShouldBeEmpty();
        BoardMoves.To(post, asks, true, false).ShouldBe(BoardMoves.To(post, asks, true, true).Where(c => c == BoardColumn.Waiting));
    }

    [Theory]
    [InlineData("2026-12-07T08:20:00Z", 14, "2026-12-07T14:20:00Z")]
    [InlineData("2027-03-28T08:20:00Z", 1, "2027-03-28T01:20:00Z")] // an hour that the clock jumps over lies after the jump
    [InlineData("2027-10-31T08:20:00Z", 1, "2027-10-31T00:20:00Z")] // of one it shows twice, the first
    public void In_another_hour_a_post_keeps_its_minute(string was, int hour, string expected)
    {
        var at = DateTimeOffset.Parse(was, System.Globalization.CultureInfo.InvariantCulture);
        var post = new PlannedPost(default, 1, PostState.Draft, at, null, "", null, null, "Europe/Lisbon", PostKind.Post, 1, null, null, null);
        PlanMoves.AtHour(post, DateOnly.FromDateTime(at.UtcDateTime), hour, "UTC").ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        PlanMoves.HourOf(post, "UTC").ShouldBe(at.Month == 12 ? 8 : at.Month == 3 ? 9 : 8);
    }
}
