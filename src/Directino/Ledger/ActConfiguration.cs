using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Ledger;

internal sealed class ActConfiguration : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> builder)
    {
        builder.ToTable("acts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasMaxLength(40);
        builder.Property(a => a.CauseDetail).HasMaxLength(200);
        builder.Property(a => a.FollowerId).HasMaxLength(40);
        builder.Property(a => a.Fingerprint).HasMaxLength(64);
        builder.Property(a => a.OnceKey).HasMaxLength(120);
        builder.Property(a => a.InstagramId).HasMaxLength(200);
        builder.Property(a => a.Reason).HasMaxLength(100);
        builder.Property(a => a.ErrorDetail).HasMaxLength(400);
        builder.Property(a => a.Urgency).HasConversion<int>();
        // With the state alone, a run that was only slow could end what another has claimed again in the meantime.
        builder.Property(a => a.State).IsConcurrencyToken();
        builder.Property(a => a.Attempts).IsConcurrencyToken();
        builder.Ignore(a => a.Cause);

        // Twice the same intent is one act.
        builder.HasIndex(a => new { a.AccountId, a.OnceKey }).IsUnique();
        // The due index: only what is open is in it.
        builder.HasIndex(a => new { a.Lane, a.DueAt }).HasFilter("ended_at IS NULL");
        // The account's queue.
        builder.HasIndex(a => new { a.AccountId, a.Urgency, a.Id }).HasFilter("ended_at IS NULL");
        // The activity page, newest first, by key.
        builder.HasIndex(a => new { a.WorkspaceId, a.Id });
        builder.HasIndex(a => new { a.WorkspaceId, a.State, a.Id });
        builder.HasIndex(a => new { a.AccountId, a.Id });
        builder.HasIndex(a => a.SubjectId);
    }
}
