using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Media;

namespace Directino.Planning;

/// <summary>What Instagram or the account would object to in the products that are marked (API reference, publishing sections 3, 8 and 14).</summary>
internal static class ProductCheck
{
    public static IEnumerable<Objection> Objections(PostContent content, ConnectedAccount? account, IReadOnlyCollection<MediaItem> media)
    {
        foreach (var (place, written) in content.Items.Index())
        {
            // An item that the library does not have is objected to as such.
            if (written.Products.Count > 0 && media.FirstOrDefault(m => m.Id == written.Media) is { } item
                && Rule(written.Products, PostCheck.KindOf(content, item.Kind, media), item.Kind, account) is { } rule)
                yield return new(PostField.Products, rule, place);
        }
    }

    private static string? Rule(IReadOnlyList<ProductMark> products, ContainerKind kind, MediaKind media, ConnectedAccount? account) =>
        PostCheck.Denied(PublishingOption.ProductTags, kind, account?.Login) is { } denied ? denied
        : account is not null && Gate.Standing(account, Capability.TagProducts) is { } refusal ? refusal.Rule
        : products.Count > InstagramLimits.ProductTags ? PostRules.TooManyProducts
        : products.DistinctBy(p => p.ProductId).Count() < products.Count ? PostRules.ProductTwice
        : media == MediaKind.Picture && products.Any(p => p.ProductId.Length == 0 || p.X is not (>= 0 and <= 1) || p.Y is not (>= 0 and <= 1)) ? PostRules.ProductWithoutPlace
        : media == MediaKind.Video && products.Any(p => (p.X ?? p.Y) is not null) ? PostRules.ProductWithPlace
        : null;
}
