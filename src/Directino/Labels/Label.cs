using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Labels;

/// <summary>A word of the workspace's own that posts and the library are sorted by.</summary>
public sealed class Label : IWorkspaceRow
{
    public const int LongestName = 40;

    public required LabelId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    [NotPersonal("A word a member chose to sort posts by.")]
    public required string Name { get; set; }

    /// <summary>Its name as it is compared: two labels that differ in case only are one.</summary>
    [NotPersonal("A word a member chose to sort posts by.")]
    public required string Key { get; set; }

    public LabelColor Color { get; set; }

    public static string Tidy(string? name) => (name ?? "").Trim();

    public static string KeyOf(string name) => name.Normalize().ToUpper(CultureInfo.InvariantCulture);
}

/// <summary>The colours there are, each one token of the design.</summary>
public enum LabelColor
{
    Pine,
    Amber,
    Blue,
    Rose,
    Stone,
}

internal sealed class LabelConfiguration : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> builder)
    {
        builder.ToTable("labels");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Name).HasMaxLength(Label.LongestName);
        // Upper case may be longer than what it is made from.
        builder.Property(l => l.Key).HasMaxLength(3 * Label.LongestName);
        builder.HasIndex(l => new { l.WorkspaceId, l.Key }).IsUnique();
    }
}
