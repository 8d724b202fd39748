using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Controls;

/// <summary>Pieces of a page that are sent and built at once. For what stands on a page by the hundred.</summary>
public static class Markup
{
    /// <summary>Letters of all scripts stay what they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The template with its values as text: whatever they hold is shown, never read as markup. Only a <see cref="MarkupString"/> goes in as it is.</summary>
    public static MarkupString Of(FormattableString template)
    {
        var values = new object?[template.ArgumentCount];
        for (var i = 0; i < values.Length; i++)
            values[i] = template.GetArgument(i) is MarkupString markup ? markup.Value : Encoder.Encode(Convert.ToString(template.GetArgument(i), CultureInfo.InvariantCulture) ?? "");
        return new(string.Format(CultureInfo.InvariantCulture, template.Format, values));
    }
}
