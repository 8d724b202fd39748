using System.Globalization;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Shop;

namespace Directino.Sandbox.Cast;

/// <summary>What the invented bakery sells: its catalogue, with one product that Meta is still looking at and one that it refused.</summary>
internal static class CastShop
{
    private const long FirstProduct = 7_100_000_000_000_001;

    private static readonly (string Name, string Price, string Picture, string Status)[] Products =
    [
        ("Sourdough boule", "€5.80", "nora-boule", "approved"),
        ("Baguette", "€1.90", "nora-baguettes", "approved"),
        ("Cinnamon bun", "€2.60", "nora-buns", "approved"),
        ("Butter croissant", "€2.20", "nora-croissants", "approved"),
        ("Lemon tart", "€4.50", "nora-lemon", "approved"),
        ("Cake of the day", "€28.00", "nora-cake", "approved"),
        ("Oat cookies, bag of six", "€6.40", "nora-cookies", "approved"),
        ("Linen bread bag", "€18.00", "nora-bag", "pending"),
        ("Poppy seed milk", "€3.90", "nora-latte", "rejected"),
    ];

    public static Catalog Of(WorldBuilder world) => new("7000000000000001", "Nora Bakes products (Sandbox)", "Nora Bakes (Sandbox)",
    [
        .. Products.Select((product, i) => new Product
        {
            Id = (FirstProduct + i).ToString(CultureInfo.InvariantCulture),
            Name = product.Name,
            Price = product.Price,
            RetailerId = string.Create(CultureInfo.InvariantCulture, $"NB-{i + 1:00}"),
            ReviewStatus = product.Status,
            PictureFile = world.File("product-" + product.Picture, CastPicture.Of(product.Picture)),
        }),
    ]);
}
