using System.Linq.Expressions;
using System.Reflection;
using Directino.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Directino.Persistence;

/// <summary>
/// The database, seen from one workspace or, for the few who must, from everywhere. It names no entity: each feature
/// configures its own beside the entity and reads it through <c>Set&lt;T&gt;()</c>.
/// Opened through <see cref="Database"/>, never constructed by features.
/// </summary>
public abstract class DirectinoContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The only workspace this context can see; null when it sees all (see <see cref="SeesEverything"/>) or none.</summary>
    public WorkspaceId? Workspace { get; internal set; }

    /// <summary>True for the machinery that serves all workspaces: due index, intake, directory look-ups.</summary>
    public bool SeesEverything { get; internal set; }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Machinery that has found whose row it is goes on in that workspace only.</summary>
    internal void Narrow(WorkspaceId workspace) => (Workspace, SeesEverything) = (workspace, false);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseForeignRows();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DirectinoContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IWorkspaceRow))))
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(WorkspaceFilter(entity.ClrType));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(DirectinoContext).Assembly.GetTypes().Where(IsTypedId))
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private LambdaExpression WorkspaceFilter(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var context = Expression.Constant(this, typeof(DirectinoContext));
        var seesEverything = Expression.Property(context, nameof(SeesEverything));
        var mine = Expression.Equal(
            // The workspace's own row is told by its id.
            Expression.Convert(Expression.Property(row, entity == typeof(Workspace) ? nameof(Accounts.Workspace.Id) : nameof(IWorkspaceRow.WorkspaceId)), typeof(WorkspaceId?)),
            Expression.Property(context, nameof(Workspace)));
        return Expression.Lambda(Expression.OrElse(seesEverything, mine), row);
    }

    private void RefuseForeignRows()
    {
        if (SeesEverything)
            return;
        foreach (EntityEntry<IWorkspaceRow> entry in ChangeTracker.Entries<IWorkspaceRow>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity.WorkspaceId != Workspace)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another workspace cannot be saved here.");
        }
    }
}
