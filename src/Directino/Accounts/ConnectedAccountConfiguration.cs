using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts;

internal sealed class ConnectedAccountConfiguration : IEntityTypeConfiguration<ConnectedAccount>
{
    public void Configure(EntityTypeBuilder<ConnectedAccount> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.InstagramId).HasMaxLength(40);
        builder.Property(a => a.AppScopedId).HasMaxLength(40);
        builder.Property(a => a.PageId).HasMaxLength(40);
        builder.Property(a => a.Username).HasMaxLength(60);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.AccountType).HasMaxLength(40);
        builder.Property(a => a.SubscriptionError).HasMaxLength(100);
        builder.Property(a => a.TimeZone).HasMaxLength(64);
        builder.HasIndex(a => new { a.WorkspaceId, a.InstagramId }).IsUnique();
        builder.HasIndex(a => a.InstagramId);
        builder.HasIndex(a => a.AppScopedId);
    }
}
