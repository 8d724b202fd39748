using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Days;

namespace Directino.Tests.Planning.Days;

public sealed class DayNotesTests
{
    private static readonly DateOnly Monday = new(2026, 12, 7);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_seen_on_each_of_its_days_changed_taken_away_and_brought_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Other"));
        var (notes, reader) = (studio.Get<DayNotes>(), studio.Get<DayReader>());
        var note = (await notes.Add(shop.Id, shop.Owner, new(Monday, Monday.AddDays(4), "  Christmas market ", LabelColor.Rose), Ct)).ShouldBeOfType<DayOutcome.Noted>().Note;
        note.Text.ShouldBe("Christmas market");
        (await reader.Between(shop.Id, Monday.AddDays(4), Monday.AddDays(5), Ct)).ShouldHaveSingleItem().Note!.Id.ShouldBe(note.Id);
        (await reader.Between(shop.Id, Monday.AddDays(5), Monday.AddDays(12), Ct)).ShouldBeEmpty();
        (await reader.Between(shop.Id, Monday.AddDays(-7), Monday, Ct)).ShouldBeEmpty();
        (await reader.Between(other.Id, Monday, Monday.AddDays(5), Ct)).ShouldBeEmpty();
        (await notes.Change(other.Id, note.Id, new(Monday, Monday, "Theirs", default), null, Ct)).ShouldBe(new DayOutcome.Refused(DayRules.NotThere));

        var changed = (await notes.Change(shop.Id, note.Id, new(Monday, Monday, "Market opens", LabelColor.Blue), note.Version, Ct)).ShouldBeOfType<DayOutcome.Noted>().Note;
        (await notes.Change(shop.Id, note.Id, new(Monday, Monday, "Late", default), note.Version, Ct)).ShouldBe(new DayOutcome.Refused(DayRules.ChangedMeanwhile));
        changed.Last.ShouldBe(Monday);
        var removed = (await notes.Remove(shop.Id, note.Id, Ct)).ShouldNotBeNull();
        (await notes.Remove(shop.Id, note.Id, Ct)).ShouldBeNull();
        await notes.Restore(removed, Ct);
        (await reader.Between(shop.Id, Monday, Monday.AddDays(1), Ct)).ShouldHaveSingleItem().Text.ShouldBe("Market opens");
    }

    [Theory]
    [InlineData("", 0, DayRules.TextMissing)]
    [InlineData("   ", 0, DayRules.TextMissing)]
    [InlineData("Market", -1, DayRules.EndsBeforeItBegins)]
    [InlineData("Market", 365, null)]
    [InlineData("Market", 366, DayRules.TooManyDays)]
    public void What_is_no_note_is_refused(string text, int days, string? rule) => new DayNoteText(Monday, Monday.AddDays(days), text, default).Flaw.ShouldBe(rule);

    [Fact]
    public void A_note_is_short() => new DayNoteText(Monday, Monday, new string('x', DayNote.LongestText + 1), default).Flaw.ShouldBe(DayRules.TextTooLong);

    [Fact]
    public async Task A_note_of_a_year_is_found_on_its_last_day()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await studio.Get<DayNotes>().Add(shop.Id, shop.Owner, new(Monday, Monday.AddDays(DayNote.MostDays - 1), "The year of bread", default), Ct);
        (await studio.Get<DayReader>().Between(shop.Id, Monday.AddDays(DayNote.MostDays - 1), Monday.AddDays(DayNote.MostDays), Ct)).ShouldHaveSingleItem();
    }
}
