using Directino.Media;
using Directino.Privacy;

namespace Directino.Planning;

/// <summary>One picture or video of a post, as it is kept.</summary>
public sealed class PostItem
{
    /// <summary>0 for the first.</summary>
    public required int Position { get; init; }

    public required MediaItemId MediaId { get; set; }

    [Personal(PersonalCategory.AccountContent, "To describe the picture to people who cannot see it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string? AltText { get; set; }

    [Personal(PersonalCategory.AccountContent, "To mark the people its author named on it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public IReadOnlyList<PersonTag> People { get; set; } = [];

    [Personal(PersonalCategory.AccountContent, "To mark the products its author named on it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public IReadOnlyList<ProductMark> Products { get; set; } = [];

    public ItemContent Content => new(MediaId) { AltText = AltText, People = People, Products = Products };

    /// <summary>Rows are kept by their place, so what stands at a place is changed, not replaced.</summary>
    internal static void Arrange(List<PostItem> rows, IReadOnlyList<ItemContent> items)
    {
        rows.RemoveAll(i => i.Position >= items.Count);
        foreach (var (place, item) in items.Index())
        {
            if (rows.Find(i => i.Position == place) is not { } row)
                rows.Add(row = new PostItem { Position = place, MediaId = item.Media });
            (row.MediaId, row.AltText, row.People, row.Products) = (item.Media, item.AltText, item.People, item.Products);
        }
    }
}
