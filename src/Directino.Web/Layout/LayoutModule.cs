using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace Directino.Web.Layout;

/// <summary>Everything the frame of the site needs: words, times, navigation, toasts and the kit's services.</summary>
public static class LayoutModule
{
    /// <summary>Registers the frame. <see cref="IFrameSource"/> may be registered by a feature before or after.</summary>
    public static IServiceCollection AddLayout(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.TryAddSingleton(Navigation.Of(typeof(LayoutModule).Assembly));
        services.TryAddSingleton<Times>();
        services.TryAddScoped<IFrameSource, BareFrame>();
        services.TryAddScoped<Toasts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            options.SupportedCultures = [.. Languages.All];
            options.SupportedUICultures = [.. Languages.All];
            options.ApplyCurrentCultureToResponseHeaders = true;
            // The address bar decides nothing: a link must not change the language of who follows it.
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return services;
    }
}
