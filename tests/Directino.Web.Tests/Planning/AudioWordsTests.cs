using Bunit;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Planning;
using Directino.Web.Planning;
using Directino.Web.Words;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Web.Tests.Planning;

/// <summary>How a track under a reel is told where nobody chooses it.</summary>
public sealed class AudioWordsTests : BunitContext
{
    private static readonly FakeTimeProvider Clock = new();
    private static readonly PostChoices Waltz = new() { Audio = new("7", "Waltz", "Trio") };

    public AudioWordsTests() => Services.AddLocalization();

    private IStringLocalizer<PlanningWords> Planning => Services.GetRequiredService<IStringLocalizer<PlanningWords>>();

    [Fact]
    public void Two_versions_tell_another_track_and_another_volume()
    {
        var text = new VersionText(Services.GetRequiredService<IStringLocalizer<VersionWords>>(), Planning);
        text.Options(PostChoices.None, Waltz).ShouldBe([new OptionChange("Music or sound", null, "Waltz · Trio (Track 100%, own sound 100%)")]);
        text.Options(Waltz, Waltz with { Audio = Waltz.Audio! with { VideoVolume = 0 } }).ShouldHaveSingleItem().After.ShouldBe("Waltz · Trio (Track 100%, own sound 0%)");
        text.Options(Waltz, Waltz).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_posts_by_hand_is_told_the_volumes_where_they_are_not_as_loud_as_can_be()
    {
        HandList.Reminders(Waltz, Planning).ShouldBeEmpty();
        HandList.Reminders(Waltz with { Audio = new("7") { AudioVolume = 30 } }, Planning).ShouldBe(["Track 30%, own sound 100%"]);
    }

    [Theory]
    [InlineData(InstagramLogin.Facebook, false, true)]
    [InlineData(InstagramLogin.Facebook, true, true)]
    [InlineData(InstagramLogin.Instagram, false, false)]
    [InlineData(InstagramLogin.Instagram, true, false)]
    public void The_catalogue_is_offered_where_it_can_be_searched(InstagramLogin login, bool byHand, bool offered)
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(Clock), WorkspaceId = WorkspaceId.New(Clock), Login = login, InstagramId = "1", AppScopedId = "2", Username = "nora.bakes", TimeZone = "Europe/Lisbon",
            Scopes = "", ConnectedAt = Clock.GetUtcNow(), ConnectedBy = PersonId.New(Clock),
        };
        new PostForm { Account = account, Kind = PostKind.Reel, Options = new() { ByHand = byHand } }.Rule(PublishingOption.Audio).IsAllowed.ShouldBe(offered);
    }

    [Fact]
    public void A_name_falls_back_on_what_is_known()
    {
        new PostAudio("7", "Waltz").Name.ShouldBe("Waltz");
        new PostAudio("7", null, "Trio").Name.ShouldBe("Trio");
        new PostAudio("7").Name.ShouldBe("7");
    }
}
