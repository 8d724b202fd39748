using System.Reflection;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Directino.Privacy;

/// <summary>
/// The rows that go when an Instagram account's data is erased, derived from the stored fields themselves. A row is the account's when it names the account
/// (<see cref="AccountId"/>), or names a row that is the account's, by that row's own kind of id. Where the name may be missing, the row goes
/// only if its fields say <see cref="Eraser.WithAccount"/> or <see cref="Eraser.WithFollower"/>, or the database lets it go with what it names; otherwise it
/// stays and forgets the name. Events that came in for the account are known by its id at Instagram.
/// </summary>
public sealed class AccountRows
{
    private readonly Dictionary<IEntityType, IProperty> _ways = [];
    private readonly List<IProperty> _loose = [];
    private readonly List<IEntityType> _order;
    private readonly List<(IEntityType Entity, IProperty InstagramId)> _cameIn;
    private readonly IEntityType _account;

    public AccountRows(IModel model)
    {
        var entities = model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(DirectinoContext).Assembly && e.FindPrimaryKey() is not null && !e.IsOwned()).ToList();
        _account = entities.Single(e => e.ClrType == typeof(ConnectedAccount));
        _ways[_account] = _account.FindProperty(nameof(ConnectedAccount.Id))!;
        Follow(entities);
        _order = InOrder([.. _ways.Keys]);
        _cameIn = [.. from e in entities where e != _account && !_ways.ContainsKey(e)
                      let p = e.FindProperty(nameof(ConnectedAccount.InstagramId))
                      where p is not null && Mark(p)?.Category == PersonalCategory.AccountProfile select (e, p)];
    }

    /// <summary>Names of the things whose rows go, in the order in which they go.</summary>
    public IReadOnlyList<string> Goes => [.. _order.Select(e => e.ClrType.Name), .. _cameIn.Select(c => c.Entity.ClrType.Name)];

    /// <summary>Names of the things that stay and forget the account, with the field.</summary>
    public IReadOnlyList<string> Forgets => [.. _loose.Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}")];

    /// <summary>Erases in the caller's transaction.</summary>
    /// <returns>How many rows went, by the categories of their fields.</returns>
    public async Task<IReadOnlyDictionary<PersonalCategory, int>> Erase(DirectinoContext db, AccountId account, string instagramId, CancellationToken ct)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        Dictionary<PersonalCategory, int> erased = [];
#pragma warning disable EF1002 // Names of the model's own tables and columns, delimited; values are parameters.
        foreach (var loose in _loose)
        {
            var column = sql.DelimitIdentifier(loose.GetColumnName());
            await db.Database.ExecuteSqlRawAsync($"UPDATE {Table(loose.DeclaringType)} SET {column} = NULL WHERE {Is(loose)}", [account.Value], ct);
        }

        foreach (var entity in _order)
            Count(entity, await db.Database.ExecuteSqlRawAsync($"DELETE FROM {Table(entity)} WHERE {Is(_ways[entity])}", [account.Value], ct));
        foreach (var (entity, id) in _cameIn)
            Count(entity, await db.Database.ExecuteSqlRawAsync($"DELETE FROM {Table(entity)} WHERE {sql.DelimitIdentifier(id.GetColumnName())} = {{0}}", [instagramId], ct));
#pragma warning restore EF1002
        return erased;

        string Table(ITypeBase entity) => sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());

        string Is(IProperty way) => sql.DelimitIdentifier(way.GetColumnName()) + (IdOf(way) == typeof(AccountId) ? " = {0}"
            : $" IN (SELECT {sql.DelimitIdentifier(KeyOf(Named(way)!).GetColumnName())} FROM {Table(Named(way)!)} WHERE {Is(_ways[Named(way)!])})");

        void Count(IEntityType entity, int rows)
        {
            foreach (var category in entity.GetProperties().Select(Mark).OfType<PersonalAttribute>().Select(m => m.Category).Distinct())
                erased[category] = erased.GetValueOrDefault(category) + rows;
        }
    }

    /// <summary>From the account outwards, until nothing new is found.</summary>
    private void Follow(List<IEntityType> entities)
    {
        bool found;
        do
        {
            found = false;
            foreach (var entity in entities.Where(e => !_ways.ContainsKey(e)))
            {
                var names = entity.GetProperties().Where(p => p.PropertyInfo is not null && Named(p) is { } other && other != entity).OrderBy(p => IdOf(p) != typeof(AccountId)).ToList();
                var goes = entity.GetProperties().Any(p => Mark(p)?.Eraser is Eraser.WithAccount or Eraser.WithFollower);
                if (names.Find(p => !p.IsNullable || goes || p.GetContainingForeignKeys().Any(f => f.DeleteBehavior == DeleteBehavior.Cascade)) is not { } way)
                    continue;
                _ways[entity] = way;
                found = true;
            }
        }
        while (found);
        _loose.AddRange(entities.Where(e => !_ways.ContainsKey(e)).SelectMany(e => e.GetProperties().Where(p => p.PropertyInfo is not null && Named(p) is not null)));
    }

    /// <summary>Who names another goes before it.</summary>
    private List<IEntityType> InOrder(HashSet<IEntityType> going)
    {
        List<IEntityType> order = [];
        while (going.Count > 0)
        {
            var free = going.Where(e => !going.Any(o => o != e && NamesOf(o).Contains(e))).ToList();
            if (free.Count == 0)
                throw new InvalidOperationException($"These name each other: {string.Join(", ", going.Select(e => e.ClrType.Name))}.");
            order.AddRange(free.OrderBy(e => e.ClrType.Name, StringComparer.Ordinal));
            going.ExceptWith(free);
        }

        return order;

        IEnumerable<IEntityType> NamesOf(IEntityType entity) =>
            entity.GetForeignKeys().Select(f => f.PrincipalEntityType).Concat(Named(_ways[entity]) is { } way ? [way] : []).Where(p => p != entity);
    }

    /// <summary>Of what is known to be the account's, the thing that a field names: the one whose own id is of that kind. Null for any other field.</summary>
    private IEntityType? Named(IProperty property) =>
        IdOf(property) is { IsValueType: true } id && id.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>))
            ? _ways.Keys.FirstOrDefault(e => KeyOf(e) is { Name: "Id" } key && key.ClrType == id && key != property) : null;

    private static Type IdOf(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static IProperty KeyOf(IEntityType entity) => entity.FindPrimaryKey()!.Properties[0];

    private static PersonalAttribute? Mark(IProperty property) => property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>(inherit: true);
}
