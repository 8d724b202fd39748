using Directino.Media;
using Directino.Planning;
using Directino.Planning.Versions;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning.Versions;

public sealed class TwoHandsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly FakeTimeProvider Clock = new();
    private static readonly ItemContent One = new(MediaItemId.New(Clock)), Two = new(MediaItemId.New(Clock));
    private static readonly PostHand Ground = new(PostContent.Empty with { Caption = "Buns", Items = [One] }, Noon);

    [Fact]
    public void Who_changed_different_things_keep_both()
    {
        var hands = new TwoHands(Ground, Ground with { Slot = Noon.AddHours(1) }, Say("Rolls"));
        (hands.Theirs, hands.Mine, hands.CanMerge).ShouldBe((PostChanges.Time, PostChanges.Caption, true));
        hands.Merged.ShouldBe(new PostHand(Ground.Content with { Caption = "Rolls" }, Noon.AddHours(1)));
    }

    [Fact]
    public void Who_changed_the_same_must_choose()
    {
        new TwoHands(Ground, Say("Rolls"), Say("Loaves")).CanMerge.ShouldBeFalse();
        new TwoHands(Ground, Show(One with { AltText = "Buns" }), Show(Two)).CanMerge.ShouldBeFalse("a description is of a picture");
    }

    private static PostHand Say(string caption) => Ground with { Content = Ground.Content with { Caption = caption } };

    private static PostHand Show(params ItemContent[] items) => Ground with { Content = Ground.Content with { Items = items } };
}
