using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Evergreen;

/// <summary>How an account fills slots that nobody fills.</summary>
public sealed class EvergreenPool : IWorkspaceRow
{
    public required AccountId AccountId { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Nothing is taken before somebody has switched it on.</summary>
    public bool IsOn { get; set; }

    public int CoolDownDays { get; set; } = EvergreenLimits.Usual.CoolDownDays;

    public int PerDay { get; set; } = EvergreenLimits.Usual.PerDay;

    public int PerWeek { get; set; } = EvergreenLimits.Usual.PerWeek;

    /// <summary>Why no slot can be filled now.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Trouble { get; set; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; set; }

    public EvergreenLimits Limits => new(CoolDownDays, PerDay, PerWeek);
}

/// <summary>How often the pool may speak.</summary>
/// <param name="CoolDownDays">So long a post is not taken again.</param>
/// <param name="PerDay">So many of a day, on the account's calendar.</param>
/// <param name="PerWeek">So many of a week, from Monday.</param>
public sealed record EvergreenLimits(int CoolDownDays, int PerDay, int PerWeek)
{
    public static readonly EvergreenLimits Usual = new(30, 1, 3);

    public bool IsPossible => CoolDownDays is >= 1 and <= 365 && PerDay is >= 1 and <= 10 && PerWeek is >= 1 and <= 50;
}

/// <summary>A slot that the pool has filled. It stays when the post is deleted: whoever took it out wants the slot free.</summary>
public sealed class EvergreenUse : IWorkspaceRow
{
    public required AccountId AccountId { get; init; }

    public required DateTimeOffset Slot { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required EvergreenId EvergreenId { get; init; }

    public required PostId PostId { get; init; }
}

internal sealed class EvergreenPoolConfiguration : IEntityTypeConfiguration<EvergreenPool>, IEntityTypeConfiguration<EvergreenUse>
{
    public void Configure(EntityTypeBuilder<EvergreenPool> builder)
    {
        builder.ToTable("evergreen_pools");
        builder.HasKey(p => p.AccountId);
        builder.Property(p => p.AccountId).ValueGeneratedNever();
        builder.Ignore(p => p.Limits);
        builder.Property(p => p.Trouble).HasMaxLength(100);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.WorkspaceId);
        builder.HasOne<ConnectedAccount>().WithOne().HasForeignKey<EvergreenPool>(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EvergreenUse> builder)
    {
        builder.ToTable("evergreen_uses");
        // A slot is filled once, whoever else fills it at that moment.
        builder.HasKey(u => new { u.AccountId, u.Slot });
        builder.HasIndex(u => u.PostId);
        builder.HasOne<ConnectedAccount>().WithMany().HasForeignKey(u => u.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
