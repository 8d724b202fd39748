using Directino.Planning.Neighbours;

namespace Directino.Tests.Planning.Neighbours;

public sealed class CaptionTraceTests
{
    [Theory]
    [InlineData("Saffron buns, out of the oven at seven.", "saffron BUNS out of the oven at seven")]
    [InlineData("Saffron buns, out of the oven at seven. #bread #lisbon", "Saffron buns, out of the oven at seven!\n\n#saffron @nora.bakes https://nora.example")]
    [InlineData("Six saffron buns, warm out of the old oven at seven.", "Six saffron buns, warm out of the oven at seven.")]
    [InlineData("نان زعفرانی تازه از تنور درآمد", "نان زعفراني تازه از تنور درآمد")]
    public void Nearly_the_same_words_are_known(string one, string other) => CaptionTrace.Of(one).IsLike(CaptionTrace.Of(other)).ShouldBeTrue();

    [Theory]
    [InlineData("Saffron buns, out of the oven at seven.", "Rye loaves, out of the cellar on Monday.")]
    [InlineData("Good morning!", "Good morning!")]
    [InlineData("#bread #lisbon #rye #buns #oven", "#bread #lisbon #rye #buns #oven")]
    [InlineData("", "")]
    [InlineData(null, "Saffron buns, out of the oven at seven.")]
    public void Other_words_greetings_and_tags_alone_are_no_repetition(string? one, string other) => CaptionTrace.Of(one).IsLike(CaptionTrace.Of(other)).ShouldBeFalse();
}
