using System.Reflection;
using Directino.Persistence;
using Directino.Privacy;
using Directino.Web.Privacy;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Directino.Web.Tests.Conventions;

/// <summary>Whose every stored row is, and what every stored text says about a person.</summary>
public sealed class StoredFieldsTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    [Fact]
    public void Every_row_belongs_to_a_workspace_or_says_why_not() =>
        Entities().Where(e => !e.ClrType.IsAssignableTo(typeof(IWorkspaceRow)) && e.ClrType.GetCustomAttribute<PlatformRowAttribute>() is null)
            .Select(e => e.ClrType.Name).ShouldBeEmpty();

    [Fact]
    public void Every_row_of_a_workspace_is_filtered_by_it() =>
        Entities().Where(e => e.ClrType.IsAssignableTo(typeof(IWorkspaceRow)) && e.GetDeclaredQueryFilters().Count == 0)
            .Select(e => e.ClrType.Name).ShouldBeEmpty();

    [Fact]
    public void Every_stored_text_is_classified() =>
        (from entity in Entities()
         where entity.ClrType.GetCustomAttribute<NotPersonalAttribute>() is null
         from property in entity.GetProperties()
         let member = property.PropertyInfo
         where member is not null && (member.PropertyType == typeof(string) || member.PropertyType == typeof(byte[]))
         where member.GetCustomAttribute<PersonalAttribute>(inherit: true) is null && member.GetCustomAttribute<NotPersonalAttribute>(inherit: true) is null
         select $"{entity.ClrType.Name}.{member.Name}").ShouldBeEmpty();

    [Fact]
    public void The_public_data_map_has_words_for_everything_in_both_languages()
    {
        foreach (var name in Enum.GetNames<PersonalCategory>().Select(n => $"Category{n}").Concat(Enum.GetNames<Retention>().Select(n => $"Retention{n}")))
        {
            WordFiles.Of("Privacy").English.ShouldContainKey(name);
            WordFiles.Of("Privacy").Persian.ShouldContainKey(name);
        }
    }

    /// <summary>Where one is missing: <c>./words add Privacy Key "the field's own words" "…"</c>.</summary>
    [Fact]
    public void Why_a_field_is_kept_is_said_in_both_languages() =>
        (from entity in Entities()
         from property in entity.GetProperties()
         let purpose = property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>(inherit: true)?.Purpose
         where purpose is not null
         let key = PurposeWords.Key(purpose)
         where WordFiles.Of("Privacy").English.GetValueOrDefault(key) != purpose || !WordFiles.Of("Privacy").Persian.ContainsKey(key)
         select $"{key}: {purpose}").Distinct().ShouldBeEmpty();

    /// <summary>Identity's own side tables and the key ring hold no more than Identity needs.</summary>
    private List<IEntityType> Entities()
    {
        using var db = program.Studio.Database.OpenEverywhere();
        return [.. db.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(DirectinoContext).Assembly && !e.IsOwned())];
    }
}
