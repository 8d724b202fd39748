using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Directino.Web.Hosting;

/// <summary>The languages the product speaks.</summary>
public static class Cultures
{
    public static readonly IReadOnlyList<CultureInfo> All = [new("en"), new("fa")];

    public static RequestLocalizationOptions Options => new()
    {
        DefaultRequestCulture = new RequestCulture("en"),
        SupportedCultures = [.. All],
        SupportedUICultures = [.. All],
        ApplyCurrentCultureToResponseHeaders = true,
    };
}
