using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Media.Library;

/// <summary>A word by which an item is found (<see cref="SearchText"/>). Both databases read it alike, by its beginning.</summary>
public sealed class LibraryWord : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required MediaItemId ItemId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To find a picture again by the name its owner gave it.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Word { get; init; }

    /// <summary>The words of an item as it is now.</summary>
    internal static IEnumerable<LibraryWord> Of(MediaItem item) =>
        SearchText.Words(item.FileName, item.AltText).Select(word => new LibraryWord { WorkspaceId = item.WorkspaceId, ItemId = item.Id, Word = word });
}

internal sealed class LibraryWordConfiguration : IEntityTypeConfiguration<LibraryWord>
{
    public void Configure(EntityTypeBuilder<LibraryWord> builder)
    {
        builder.ToTable("media_words");
        builder.HasKey(w => new { w.ItemId, w.Word });
        builder.Property(w => w.Word).HasMaxLength(SearchText.LongestWord).IsOrdinal();
        builder.HasIndex(w => new { w.WorkspaceId, w.Word, w.ItemId });
        builder.HasOne<MediaItem>().WithMany().HasForeignKey(w => w.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
