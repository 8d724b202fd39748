using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Hosting;

/// <summary>Options that are checked before the first request, all of them at once, each complaint naming its key.</summary>
public static class Settings
{
    /// <summary>Binds <typeparamref name="T"/> to a section and has it checked at start.</summary>
    public static IServiceCollection AddSettings<T>(
        this IServiceCollection services, IConfiguration configuration, string section, Func<T, IEnumerable<string>>? check = null)
        where T : class, new()
    {
        services.AddSingleton(new SettingsSection(section, typeof(T), () => Complaints(configuration.GetSection(section), check)));
        services.AddSingleton(Options.Create(Bound<T>(configuration.GetSection(section)) ?? new T()));
        return services;
    }

    /// <summary>Everything wrong in all sections, one sentence each.</summary>
    public static IReadOnlyList<string> Complaints(IServiceProvider services) =>
        [.. services.GetServices<SettingsSection>().SelectMany(s => s.Complaints())];

    private static T? Bound<T>(IConfigurationSection section) where T : class, new()
    {
        try
        {
            return section.Get<T>();
        }
        catch (InvalidOperationException)
        {
            return null; // Complaints() says which key; the program does not start.
        }
    }

    private static IEnumerable<string> Complaints<T>(IConfigurationSection section, Func<T, IEnumerable<string>>? check) where T : class, new()
    {
        var names = typeof(T).GetProperties().ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        var broken = false;
        foreach (var child in section.GetChildren())
        {
            if (!names.TryGetValue(child.Key, out var property))
            {
                yield return $"{section.Key}:{child.Key} is not a setting. Known here: {string.Join(", ", names.Keys.Order())}.";
                continue;
            }

            if (child.Value is { Length: > 0 } && !CanRead(child, property.PropertyType))
            {
                broken = true;
                yield return $"{section.Key}:{child.Key} is “{child.Value}”, which is not {Describe(property.PropertyType)}.";
            }
        }

        if (broken)
            yield break;
        var value = section.Get<T>() ?? new T();
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        foreach (var result in results)
            yield return $"{section.Key}:{string.Join(",", result.MemberNames)}: {result.ErrorMessage}";
        foreach (var complaint in check?.Invoke(value) ?? [])
            yield return $"{section.Key}:{complaint}";
    }

    private static bool CanRead(IConfigurationSection child, Type type)
    {
        try
        {
            child.Get(type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : type == typeof(bool) ? "true or false"
            : type == typeof(TimeSpan) ? "a time span such as 00:00:20"
            : type == typeof(Uri) ? "an address"
            : "a whole number";
    }
}

/// <summary>One section of the settings and how to check it.</summary>
public sealed record SettingsSection(string Name, Type Type, Func<IEnumerable<string>> Complaints);
