using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Persistence;

/// <summary>Text that is compared and sorted by its characters, on whichever database and whatever language its server speaks.</summary>
internal static class Ordinal
{
    private const string Mark = "Directino:Ordinal";

    /// <summary>So that an index finds a text by its beginning.</summary>
    public static PropertyBuilder<string> IsOrdinal(this PropertyBuilder<string> property) => property.HasAnnotation(Mark, true);

    /// <summary>SQLite does so of itself.</summary>
    internal static void UseCollationOnPostgres(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.FindAnnotation(Mark) is not null))
            property.SetCollation("C");
    }
}
