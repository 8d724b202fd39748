using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts;

/// <summary>A team and everything it owns. The border no data crosses.</summary>
public sealed class Workspace : IWorkspaceRow
{
    public required WorkspaceId Id { get; init; }

    [NotPersonal("The name of a team.")]
    public required string Name { get; set; }

    /// <summary>IANA zone for accounts that have none of their own.</summary>
    [NotPersonal("A time zone.")]
    public required string TimeZone { get; set; }

    /// <summary>How late a post may still be published after a downtime without asking its author. Default: one hour.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(1);

    /// <summary>True for the workspace that was made by <em>Look around</em>.</summary>
    public bool IsDemo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    WorkspaceId IWorkspaceRow.WorkspaceId => Id;
}

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspaces");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(100);
        builder.Property(w => w.TimeZone).HasMaxLength(64);
    }
}
