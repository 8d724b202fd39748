using Directino.Accounts;
using Directino.Instagram;
using Directino.Planning;
using Directino.Web.Planning;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Web.Tests.Planning;

public sealed class GroupFormTests
{
    private static readonly FakeTimeProvider Clock = new();
    private static readonly ConnectedAccount Nora = Account("nora.bakes", "Europe/Lisbon"), Leo = Account("leo.rides", "Asia/Tokyo");

    [Fact]
    public void What_is_written_for_the_first_account_is_written_for_all_until_one_says_its_own()
    {
        var group = Group();
        group.Add(Leo);
        group.Lead.Caption = "Buns";
        group.Follow();
        group.Others[0].Form.Caption.ShouldBe("Buns");
        group.Show(group.Others[0].Form);
        group.Shown.Caption = "Our buns";
        group.Follow();
        group.Lead.Caption.ShouldBe("Buns");
        group.IsOwn(group.Others[0].Form).ShouldBeTrue();
        group.Show(group.Lead);
        (group.Lead.Caption, group.Lead.Options) = ("Rolls", new PostChoices { FirstComment = "#rolls" });
        group.Follow();
        (group.Others[0].Form.Caption, group.Others[0].Form.Options.FirstComment).ShouldBe(("Our buns", "#rolls"));
        group.Repeat(group.Others[0]);
        group.IsOwn(group.Others[0].Form).ShouldBeFalse();
    }

    [Fact]
    public void A_post_that_was_read_again_is_nothing_that_somebody_typed()
    {
        var content = PostContent.OnePicture(Leo.Id, null, "Buns", null);
        var post = PostId.New(Clock);
        WrittenText Read(int version, string caption) => new(content, null, null) { Others = [new WrittenOther(content with { Caption = caption }, null, null, post, version)] };
        Read(1, "Ours").ShouldBe(Read(2, "Ours"));
        Read(1, "Ours").ShouldNotBe(Read(1, "Theirs"));
    }

    [Fact]
    public void The_same_time_is_the_same_instant_on_every_clock()
    {
        var group = Group();
        (group.Lead.Date, group.Lead.Time) = (new DateOnly(2026, 11, 27), new TimeOnly(9, 0));
        group.Add(Leo);
        var other = group.Others[0].Form;
        (other.Date, other.Time).ShouldBe((new DateOnly(2026, 11, 27), new TimeOnly(18, 0)));
        group.Lead.Time = new TimeOnly(10, 0);
        group.Follow();
        other.Time.ShouldBe(new TimeOnly(19, 0));
        other.Moment!.Value.Instant.ShouldBe(group.Lead.Moment!.Value.Instant);
    }

    [Fact]
    public void What_was_kept_comes_back_as_it_stood()
    {
        var group = Group();
        group.Lead.Caption = "Buns";
        group.Add(Leo);
        group.Show(group.Others[0].Form);
        group.Shown.Caption = "Our buns";
        group.Follow();
        var again = Group();
        again.Lead.Caption = "Buns";
        again.Take(group.Written.Others, [Nora, Leo], []);
        again.Written.ShouldBe(group.Written);
        again.Lead.Account = Leo;
        again.Follow();
        again.IsTogether.ShouldBeFalse("its only other account is the first one's now");
    }

    private static GroupForm Group()
    {
        var group = new GroupForm();
        group.Lead.Account = Nora;
        group.Remember();
        return group;
    }

    private static ConnectedAccount Account(string username, string zone) => new()
    {
        Id = AccountId.New(Clock), WorkspaceId = WorkspaceId.New(Clock), Login = InstagramLogin.Facebook, InstagramId = username, AppScopedId = username, Username = username,
        TimeZone = zone, Scopes = "", ConnectedAt = DateTimeOffset.UnixEpoch, ConnectedBy = PersonId.New(Clock),
    };
}
