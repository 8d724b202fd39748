using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Ideas;

/// <summary>Something that may become a post: a few words, a link, a picture. It has no time, and nothing of it goes anywhere.</summary>
public sealed class Idea : IWorkspaceRow
{
    public const int LongestTitle = 120;
    public const int LongestText = 5_000;
    public const int MostLinks = 10;
    public const int LongestLink = 500;

    public required IdeaId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To keep what a member may want to post.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Title { get; set; }

    [Personal(PersonalCategory.AccountContent, "To keep what a member may want to post.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Text { get; set; }

    [Personal(PersonalCategory.AccountContent, "To keep where a member saw what they may want to post.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required IReadOnlyList<string> Links { get; set; }

    public required IReadOnlyList<MediaItemId> Media { get; set; }

    public required IReadOnlyList<LabelId> Labels { get; set; }

    /// <summary>The words it is found by, each with a space before it.</summary>
    [Personal(PersonalCategory.AccountContent, "To find an idea by its words.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string Words { get; private set; } = "";

    /// <summary>The account it is meant for, if that is known.</summary>
    public AccountId? AccountId { get; set; }

    /// <summary>The draft that it became.</summary>
    public PostId? PostId { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required PersonId By { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What a post of it says: its text, or its title where there is none, and its links.</summary>
    public PostContent Content => new()
    {
        Account = AccountId, Items = [.. Media.Select(m => new ItemContent(m))], Caption = string.Join('\n', Links.Prepend(Text.Length == 0 ? Title : Text)),
    };

    public void Write(NewIdea words)
    {
        (Title, Text, Links, Media, Labels, AccountId) = (words.Title, words.Text, words.Links, words.Media, words.Labels, words.Account);
        Words = string.Concat(SearchText.Words([Title, Text, .. Links]).Select(w => $" {w}"));
    }
}

internal sealed class IdeaConfiguration : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("ideas");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Title).HasMaxLength(Idea.LongestTitle);
        builder.Property(i => i.Text).HasMaxLength(Idea.LongestText);
        builder.Property(i => i.Links).HasConversion(l => PostConfiguration.Write(l), text => PostConfiguration.Read<string[]>(text), List<string>());
        builder.Property(i => i.Media).HasConversion(m => PostConfiguration.Write(m), text => PostConfiguration.Read<MediaItemId[]>(text), List<MediaItemId>()).HasMaxLength(4_000);
        builder.Property(i => i.Labels).HasConversion(l => PostConfiguration.Write(l), text => PostConfiguration.Read<LabelId[]>(text), List<LabelId>()).HasMaxLength(4_000);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.Content);
        // The list, newest first; which idea a post was.
        builder.HasIndex(i => new { i.WorkspaceId, i.Id });
        builder.HasIndex(i => i.PostId);
        // It outlives the account it was meant for, and the draft it became.
        builder.HasOne<ConnectedAccount>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Post>().WithMany().HasForeignKey(i => i.PostId).OnDelete(DeleteBehavior.SetNull);
    }

    private static ValueComparer<IReadOnlyList<T>> List<T>() => new((a, b) => a!.SequenceEqual(b!), m => m.Count, m => m);
}
