using System.Text.Json;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning;

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new TypedIdJson() },
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        // Drafts may be longer than Instagram takes; the author shortens them later.
        builder.Property(p => p.Caption).HasMaxLength(20_000);
        builder.Property(p => p.Options).HasConversion(o => Write(o), text => Read<PostChoices>(text), new ValueComparer<PostChoices>(true)).HasMaxLength(20_000);
        builder.Property(p => p.Reason).HasMaxLength(100);
        builder.Property(p => p.ReasonDetail).HasMaxLength(400);
        builder.Property(p => p.InstagramId).HasMaxLength(40);
        builder.Property(p => p.Permalink).HasMaxLength(300);
        builder.Property(p => p.ImportKey).HasMaxLength(40);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.IsEditable);
        builder.Ignore(p => p.IsOnItsWay);
        builder.Ignore(p => p.IsMovable);
        builder.Ignore(p => p.AwaitsHand);
        builder.Ignore(p => p.Hands);
        builder.Ignore(p => p.Content);
        builder.Ignore(p => p.Past);
        // The calendar; lists by key; which post a media id is.
        builder.HasIndex(p => new { p.WorkspaceId, p.At });
        builder.HasIndex(p => new { p.WorkspaceId, p.Id });
        builder.HasIndex(p => new { p.AccountId, p.InstagramId });
        // What stands near a post in its account, and the account's profile.
        builder.HasIndex(p => new { p.AccountId, p.At });
        // Who waits for a word.
        builder.HasIndex(p => new { p.WorkspaceId, p.Approval, p.Id });
        builder.HasIndex(p => p.CoverId);
        // What was written as one.
        builder.HasIndex(p => p.GroupId);
        // The plan of a campaign; one that is taken away leaves its posts.
        builder.HasIndex(p => new { p.CampaignId, p.At });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(p => p.CampaignId).OnDelete(DeleteBehavior.SetNull);
        // A row of a file is one post, whoever else sends it at that moment.
        builder.HasIndex(p => new { p.WorkspaceId, p.ImportKey }).IsUnique();
        // A slot of a timetable is held once, whoever else takes it at that moment.
        builder.HasIndex(p => new { p.AccountId, p.HeldSlot }).IsUnique();
        builder.HasOne<MediaItem>().WithMany().HasForeignKey(p => p.CoverId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(p => p.Items, Items);
        builder.OwnsMany(p => p.Labels, Labels);
        builder.Navigation(p => p.Labels).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(p => p.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Items(OwnedNavigationBuilder<Post, PostItem> items)
    {
        items.ToTable("post_items");
        items.WithOwner().HasForeignKey("PostId");
        items.HasKey("PostId", nameof(PostItem.Position));
        items.Property(i => i.Position).ValueGeneratedNever();
        items.Property(i => i.AltText).HasMaxLength(4_000);
        items.Property(i => i.People).HasConversion(
            p => Write(p), text => Read<PersonTag[]>(text),
            new ValueComparer<IReadOnlyList<PersonTag>>((a, b) => a!.SequenceEqual(b!), p => p.Count, p => p)).HasMaxLength(8_000);
        items.Property(i => i.Products).HasConversion(
            p => Write(p), text => Read<ProductMark[]>(text),
            new ValueComparer<IReadOnlyList<ProductMark>>((a, b) => a!.SequenceEqual(b!), p => p.Count, p => p)).HasMaxLength(8_000);
        items.Ignore(i => i.Content);
        // Which posts use a picture; and one that a post needs cannot vanish under it, whoever deletes it at that moment.
        items.HasIndex(i => i.MediaId);
        items.HasOne<MediaItem>().WithMany().HasForeignKey(i => i.MediaId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Labels(OwnedNavigationBuilder<Post, PostLabel> labels)
    {
        labels.ToTable("post_labels");
        labels.WithOwner().HasForeignKey("PostId");
        labels.HasKey("PostId", nameof(PostLabel.LabelId));
        labels.Property(l => l.LabelId).ValueGeneratedNever();
        // A label that is taken away leaves its posts.
        labels.HasIndex(l => l.LabelId);
        labels.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId).OnDelete(DeleteBehavior.Cascade);
    }

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    internal static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json)!;
}
