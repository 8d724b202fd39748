using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Requests;

/// <summary>Meta does not say what the fields of its catalogue of sounds are called.</summary>
public sealed class SoundsRead
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":"7","title":"Waltz","display_artist":"Trio","duration_in_ms":97500,"preview_url":"https://x"}""")]
    [InlineData("""{"data":{"audio_id":7,"name":"Waltz","artist":{"name":"Trio"},"duration":97.5,"audio_url":"https://x"}}""")]
    [InlineData("""{"title":"Waltz","artist":"","owner":{"username":"Trio"},"duration":"97500","download_url":"https://x","id":"7"}""")]
    [InlineData("""{"ig_audio_id":"7","audio_title":"Waltz","username":"Trio","duration_seconds":97.5,"url":"https://x"}""")]
    public async Task A_sound_is_read_whatever_its_fields_are_called(string answer) =>
        (await new FakeInstagram().Answers(answer).Client.Audio.Get(FakeInstagram.Facebook, "7", Cancellation))
            .ShouldBe(new CatalogAudio("7") { Title = "Waltz", Artist = "Trio", Duration = TimeSpan.FromSeconds(97.5), PreviewUrl = "https://x" });

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"7","title":null,"duration":0,"artist":[]}""")]
    public async Task What_is_not_told_of_a_sound_stays_missing(string answer) =>
        (await new FakeInstagram().Answers(answer).Client.Audio.Get(FakeInstagram.Facebook, "7", Cancellation)).ShouldBe(new CatalogAudio("7"));
}
