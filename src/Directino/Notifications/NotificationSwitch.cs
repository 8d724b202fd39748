using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Notifications;

/// <summary>How a member wants to be told of one kind in one workspace. Where there is none, both ways.</summary>
public sealed class NotificationSwitch : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    public required NotificationKind Kind { get; init; }

    public bool InApp { get; set; } = true;

    public bool ByMail { get; set; } = true;
}

internal sealed class NotificationSwitchConfiguration : IEntityTypeConfiguration<NotificationSwitch>
{
    public void Configure(EntityTypeBuilder<NotificationSwitch> builder)
    {
        builder.ToTable("notification_switches");
        builder.HasKey(s => new { s.WorkspaceId, s.PersonId, s.Kind });
        builder.HasOne<Membership>().WithMany().HasForeignKey(s => new { s.WorkspaceId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
