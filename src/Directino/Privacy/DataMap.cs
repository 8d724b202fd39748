using System.Reflection;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Directino.Privacy;

/// <summary>What is stored about people, read from the classification of the stored fields themselves: it can't say less than is kept.</summary>
public static class DataMap
{
    /// <summary>By category; purposes in the words of the fields, each once.</summary>
    public static IReadOnlyList<DataClass> Of(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           from property in entity.GetProperties()
           let personal = property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>(inherit: true)
           where personal is not null
           group personal by (personal.Category, personal.Retention) into kind
           orderby kind.Key.Category, kind.Key.Retention
           select new DataClass(
               kind.Key.Category, kind.Key.Retention,
               [.. kind.Select(p => p.Purpose).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], kind.Count()),
    ];

    public static IReadOnlyList<DataClass> Of(DirectinoContext context) => Of(context.Model);
}

/// <summary>Fields of one category that are kept equally long and leave together.</summary>
public sealed record DataClass(PersonalCategory Category, Retention Retention, IReadOnlyList<string> Purposes, int Fields);
