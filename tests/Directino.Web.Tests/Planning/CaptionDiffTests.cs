using Directino.Web.Planning;

namespace Directino.Web.Tests.Planning;

public sealed class CaptionDiffTests
{
    [Fact]
    public void Words_are_kept_removed_or_added_and_nothing_is_lost()
    {
        var parts = CaptionDiff.Of("Fresh buns at seven.\n#rye", "Fresh rolls at seven.\n#rye #bread");
        parts.Where(p => p.Kind == DiffKind.Removed).Select(p => p.Text.Trim()).ShouldBe(["buns"]);
        parts.Where(p => p.Kind == DiffKind.Added).Select(p => p.Text.Trim()).ShouldBe(["rolls", "#bread"]);
        string.Concat(parts.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)).ShouldBe("Fresh rolls at seven.\n#rye #bread");
        string.Concat(parts.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)).ShouldBe("Fresh buns at seven.\n#rye");
    }

    [Fact]
    public void The_same_words_and_none_at_all_are_kept()
    {
        CaptionDiff.Of("Buns", "Buns").ShouldBe([new DiffPart(DiffKind.Kept, "Buns")]);
        string.Concat(CaptionDiff.Of(null, "").Select(p => p.Text)).ShouldBeEmpty();
    }
}
