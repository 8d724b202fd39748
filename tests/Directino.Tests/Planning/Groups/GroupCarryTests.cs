using Directino.Accounts;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Groups;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning.Groups;

public sealed class GroupCarryTests
{
    private static readonly FakeTimeProvider Clock = new();
    private static readonly ItemContent One = new(MediaItemId.New(Clock)), Two = new(MediaItemId.New(Clock));

    private static readonly PostContent Before = PostContent.Empty with { Caption = "Buns", Items = [One], Options = new() { FirstComment = "#bread", LocationId = "1", LocationName = "Lisbon" } };

    [Fact]
    public void What_said_the_same_says_the_same_again()
    {
        var after = Before with { Caption = "Rolls", Items = [One, Two], Kind = PostKind.Post, Options = new() { FirstComment = "#rolls", Collaborators = ["leo"] } };
        GroupCarry.Content(Before, after, Before).ShouldBe(after);
    }

    [Fact]
    public void What_an_account_says_of_its_own_stays()
    {
        var own = Before with { Caption = "Our buns", Options = Before.Options with { FirstComment = "#ours" } };
        var carried = GroupCarry.Content(Before, Before with { Caption = "Rolls", Options = Before.Options with { FirstComment = "#rolls", LocationId = null, LocationName = null } }, own);
        (carried.Caption, carried.Options.FirstComment, carried.Options.LocationId, carried.Options.LocationName).ShouldBe(("Our buns", "#ours", null, null));
    }

    [Fact]
    public void Its_own_descriptions_stay_until_the_pictures_are_others()
    {
        var described = Before with { Items = [One with { AltText = "Ours" }] };
        GroupCarry.Content(Before, Before with { Items = [One with { AltText = "Theirs" }] }, described).Items.ShouldBe(described.Items);
        GroupCarry.Content(Before, Before with { Items = [Two] }, described).Items.ShouldBe([Two]);
        GroupCarry.Content(Before, Before with { Items = [Two] }, Before with { Items = [Two, One] }).Items.ShouldBe([Two, One]);
    }

    [Fact]
    public void Products_stay_with_the_account_whose_shop_they_are_of()
    {
        var (nora, terra) = (AccountId.New(Clock), AccountId.New(Clock));
        var before = Before with { Account = nora, Items = [One with { Products = [new("1", "Rye")] }] };
        var after = before with { Items = [One with { AltText = "A loaf", Products = [new("1", "Rye"), new("2", "Wheat")] }, Two with { Products = [new("3")] }] };
        var own = before.For(terra) with { Items = [One with { Products = [new("9", "A mug")] }] };

        GroupCarry.Content(before, after, before.For(terra)).Items.ShouldBe([One with { AltText = "A loaf" }, Two]);
        GroupCarry.Content(before, after, own).Items.ShouldBe([One with { AltText = "A loaf", Products = [new("9", "A mug")] }, Two]);
        // Two people at one post are of one shop.
        GroupCarry.Content(before, after, before).Items.ShouldBe(after.Items);
        before.For(nora).ShouldBeSameAs(before);
        before.For(terra).Items.ShouldBe([One]);
    }

    [Fact]
    public void A_poll_is_carried_with_the_rest_of_the_options()
    {
        var asked = Before with { Options = Before.Options with { Poll = new() { Options = ["Rye", "Wheat"] } } };
        GroupCarry.Content(Before, asked, Before).ShouldBe(asked);
        GroupCarry.Content(asked, Before with { Options = Before.Options with { CommentPrompt = true } }, asked).Options.ShouldBe(Before.Options with { CommentPrompt = true });
        GroupCarry.Content(Before, Before, asked).ShouldBe(asked);
        var byHand = Before with { Options = Before.Options with { ByHand = true } };
        GroupCarry.Content(Before, byHand, Before).ShouldBe(byHand);
    }

    [Fact]
    public void A_sound_is_carried_and_an_account_s_own_one_stays()
    {
        var track = Before with { Options = Before.Options with { Audio = new("7", "Waltz") } };
        var own = Before with { Options = Before.Options with { Audio = new("8", "Polka") } };
        GroupCarry.Content(Before, track, Before).ShouldBe(track);
        GroupCarry.Content(Before, track, own).ShouldBe(own);
        var softer = track with { Options = track.Options with { Audio = new("7", "Waltz") { VideoVolume = 0 } } };
        GroupCarry.Content(track, softer, track).ShouldBe(softer);
    }

    [Fact]
    public void A_change_of_the_one_that_is_none_changes_nothing()
    {
        var own = PostContent.Empty with { Caption = "Something else", Kind = PostKind.Story, Options = new() { AiGenerated = true } };
        GroupCarry.Content(Before, Before, own).ShouldBe(own);
        GroupCarry.Content(Before, Before, Before).ShouldBe(Before);
    }

    [Fact]
    public void A_time_follows_only_the_time_it_shared()
    {
        var (noon, evening) = (new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero));
        GroupCarry.Time(noon, evening, noon).ShouldBe(evening);
        GroupCarry.Time(noon, evening, noon.AddHours(1)).ShouldBe(noon.AddHours(1));
        GroupCarry.Time(null, evening, null).ShouldBe(evening);
    }
}
