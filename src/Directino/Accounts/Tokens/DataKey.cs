using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts.Tokens;

/// <summary>A workspace's own key, wrapped by the master key. Every sealed value names the data key that opens it.</summary>
[NotPersonal("Keys.")]
public sealed class DataKey : IWorkspaceRow
{
    public required DataKeyId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required byte[] Wrapped { get; set; }

    public required int MasterVersion { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class DataKeyConfiguration : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.ToTable("data_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => new { k.WorkspaceId, k.CreatedAt });
    }
}
