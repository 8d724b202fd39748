using System.Security.Cryptography;
using System.Text;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Series;

/// <summary>One day of a series and what became of it. There is at most one of a day, so a day is never two posts.</summary>
public sealed class SeriesDay : IWorkspaceRow
{
    public required SeriesId SeriesId { get; init; }

    /// <summary>On the calendar of the account: it stays the same day when the account moves to another zone.</summary>
    public required DateOnly Date { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public SeriesDayState State { get; set; }

    /// <summary>The post it became. When that is gone while the day is planned, somebody deleted it.</summary>
    public PostId? PostId { get; init; }

    /// <summary>When the series put it there: at another time, somebody moved it.</summary>
    public DateTimeOffset? Slot { get; set; }

    /// <summary>Of what the series wrote: when the post says something else, somebody changed it.</summary>
    [NotPersonal("A hash.")]
    public string? Print { get; set; }

    /// <summary>The edition of the series that it was made by.</summary>
    public int Edition { get; set; }

    /// <summary>Why it is a draft and not scheduled.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Objection { get; set; }

    public static string PrintOf(PostContent content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PostConfiguration.Write(content.Tidy()))))[..32];

    /// <summary>By which its post is known again, whoever makes it at the same moment.</summary>
    public static string KeyOf(SeriesId series, DateOnly date) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{series.Value:N} {date:O}")))[..40];
}

public enum SeriesDayState
{
    /// <summary>It is a post.</summary>
    Planned,

    /// <summary>Somebody does not want it.</summary>
    Skipped,

    /// <summary>Its time was over before a post could be made of it.</summary>
    Passed,

    /// <summary>The rule has it no longer: its post is taken out, then it is.</summary>
    Leaving,
}

internal sealed class SeriesDayConfiguration : IEntityTypeConfiguration<SeriesDay>
{
    public void Configure(EntityTypeBuilder<SeriesDay> builder)
    {
        builder.ToTable("series_days");
        builder.HasKey(d => new { d.SeriesId, d.Date });
        builder.Property(d => d.Print).HasMaxLength(32);
        builder.Property(d => d.Objection).HasMaxLength(100);
        // Which series a post is of.
        builder.HasIndex(d => d.PostId);
        builder.HasOne<PostSeries>().WithMany().HasForeignKey(d => d.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}
