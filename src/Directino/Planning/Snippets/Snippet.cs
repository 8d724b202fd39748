using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Snippets;

/// <summary>Words a workspace writes again and again: a group of hashtags, or a text in which variables stand for what differs from post to post.</summary>
public sealed class Snippet : IWorkspaceRow
{
    public const int LongestName = 60;

    public required SnippetId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required SnippetKind Kind { get; set; }

    [NotPersonal("A name a member chose for words that are used again.")]
    public required string Name { get; set; }

    /// <summary>Its name as it is compared: two that differ in case only are one.</summary>
    [NotPersonal("A name a member chose for words that are used again.")]
    public required string Key { get; set; }

    [Personal(PersonalCategory.AccountContent, "To put words into captions that a member saved for that.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Text { get; set; }

    /// <summary>The language it is written in: dates and weekdays in it are said in this one, whatever its reader speaks.</summary>
    [NotPersonal("A language.")]
    public required string Language { get; set; }

    /// <summary>Counts changes, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; set; } = 1;

    public static string TidyName(string? name) => (name ?? "").Trim();

    public static string KeyOf(string name) => name.Normalize().ToUpper(CultureInfo.InvariantCulture);
}

public enum SnippetKind
{
    Hashtags,
    Template,
}

internal sealed class SnippetConfiguration : IEntityTypeConfiguration<Snippet>
{
    public void Configure(EntityTypeBuilder<Snippet> builder)
    {
        builder.ToTable("snippets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(Snippet.LongestName);
        // Upper case may be longer than what it is made from.
        builder.Property(s => s.Key).HasMaxLength(3 * Snippet.LongestName);
        builder.Property(s => s.Text).HasMaxLength(CaptionLimits.MostCharacters);
        builder.Property(s => s.Language).HasMaxLength(10);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.WorkspaceId, s.Key }).IsUnique();
    }
}
