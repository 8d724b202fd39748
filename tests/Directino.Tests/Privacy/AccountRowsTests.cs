using System.Reflection;
using Directino.Privacy;
using Directino.Tests.Studio;

namespace Directino.Tests.Privacy;

/// <summary>What goes when an account is erased is told by the stored fields; this list is to be looked at when a thing is added.</summary>
public sealed class AccountRowsTests
{
    [Fact]
    public async Task What_goes_and_what_forgets_is_derived_from_the_stored_fields()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        await using var db = studio.Database.OpenEverywhere();
        var rows = new AccountRows(db.Model);
        rows.Goes.Order().ShouldBe(
        [
            "Act", "ApprovalStep", "Comment", "CommentedPost", "ConnectedAccount", "Conversation", "DailyNumber", "EvergreenPool", "EvergreenPost", "EvergreenUse", "Follower", "HandStep",
            "HeldBack", "InboxSync", "InsightPost", "InsightsProgress", "IntakeEvent", "Message", "OnlineHours", "PlanFeed", "Post", "PostNumber", "PostSeries", "PostVersion", "Publication",
            "PublishingPause", "Remark", "SeriesDay", "Timetable", "UnsupportedMetric", "WindowNumber", "Workflow", "WorkflowRun", "WorkingCopy",
        ]);
        rows.Forgets.Order().ShouldBe(["DueItem.AccountId", "Idea.AccountId", "Idea.PostId"]);
        db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetProperties().Any(p => p.PropertyInfo?.GetCustomAttribute<PersonalAttribute>(inherit: true)?.Eraser is Eraser.WithAccount or Eraser.WithFollower))
            .Select(e => e.ClrType.Name).Except(rows.Goes).ShouldBeEmpty();
    }
}
