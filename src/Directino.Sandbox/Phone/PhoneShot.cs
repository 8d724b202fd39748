using System.Globalization;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Phone;

/// <summary>Pictures and films of a post, with the people and products marked on them and what a screen reader says.</summary>
internal static class PhoneShot
{
    public static Html All(PhoneState state, WorldState world, MediaPost post)
    {
        var (words, shots) = (state.Words, PhonePost.Shots(world, post));
        if (shots.Count < 2) return Html.Of($"""<div class="picture">{One(state, shots[0], 1, 1)}</div>""");
        return Html.Of($"""<div class="picture many" tabindex="0" role="group" aria-label="{words.Say("carousel", words.Number(shots.Count))}">{Html.Join(shots.Select((shot, i) => One(state, shot, i + 1, shots.Count)))}</div>""");
    }

    public static Html One(PhoneState state, MediaPost shot, int n, int of)
    {
        if (shot.File is not { } file) return Html.Empty;
        var words = state.Words;
        var alt = shot.AltText ?? words.Say("pictureof", state.Page.Username);
        if (of > 1) alt = $"{alt}. {words.Say("picture", words.Number(n), words.Number(of))}";
        var poster = shot.Cover is { } cover && !PhonePost.IsFilm(cover) ? Html.Of($""" poster="{state.File(cover)}" """) : Html.Empty;
        var content = PhonePost.IsFilm(file)
            ? Html.Of($"""<video src="{state.File(file)}"{poster} controls playsinline preload="metadata" aria-label="{words["film"]}" data-testid="phone-film"></video>""")
            : Html.Of($"""<img src="{state.File(file)}" alt="{alt}">""");
        return Html.Of($"""
            <figure class="shot"><div class="marked">{content}{Html.Join(shot.Details.UserTags.Where(t => t.X is not null).Select(t => Mark("@" + t.Username, t.X, t.Y)))}{Html.Join(Products(state, shot).Where(p => p.Mark.X is not null).Select(p => Mark(words.Say("product", p.Name), p.Mark.X, p.Mark.Y)))}</div>{Caption(state, shot)}</figure>
            """);
    }

    /// <summary>A follower sees what Meta has approved.</summary>
    private static IEnumerable<(ProductMark Mark, string Name)> Products(PhoneState state, MediaPost shot) => shot.Details.ProductTags
        .Select(mark => (mark, state.Page.Product(mark.ProductId))).Where(p => p.Item2 is { ReviewStatus: "approved" }).Select(p => (p.mark, p.Item2!.Name));

    private static Html Mark(string text, decimal? x, decimal? y) => Html.Of($"""
        <span class="mark" dir="ltr" data-testid="phone-tag" style="left:{Percent(x)}%;top:{Percent(y)}%">{text}</span>
        """);

    /// <summary>Tags without a place, and the alternative text, which a follower does not see but a tester wants to.</summary>
    private static Html Caption(PhoneState state, MediaPost shot)
    {
        var words = state.Words;
        var people = string.Join(", ", shot.Details.UserTags.Where(t => t.X is null).Select(t => "@" + t.Username));
        var products = string.Join(", ", Products(state, shot).Where(p => p.Mark.X is null).Select(p => words.Say("product", p.Name)));
        return Html.When(people.Length > 0 || products.Length > 0 || shot.AltText is not null, () => Html.Of($"""
            <figcaption>{Html.When(people.Length > 0, () => Html.Of($"""<p data-testid="phone-tagged">{words.Say("tagged", people)}</p>"""))}{Html.When(products.Length > 0, () => Html.Of($"""<p data-testid="phone-products">{products}</p>"""))}{Html.When(shot.AltText is not null, () => Html.Of($"""<p class="alt" dir="auto" data-testid="phone-alt">{words.Say("alt", shot.AltText)}</p>"""))}</figcaption>
            """));
    }

    private static string Percent(decimal? part) => ((part ?? 0) * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
