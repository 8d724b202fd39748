using Scalar.AspNetCore;

namespace Directino.Web.Reference;

/// <summary>Scalar's page in our colours. Script, letters and document come from this program; nothing is asked of anybody else.</summary>
internal static class ReferencePage
{
    public static void Set(ScalarOptions page)
    {
        page.Title = "Directino API";
        page.Favicon = "/favicon.svg";
        page.OpenApiRoutePattern = ReferenceModule.DocumentPath;
        page.Theme = ScalarTheme.None;
        page.CustomCss = Colours;
        page.DefaultFonts = false;
        page.HideClientButton = true;
        page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        page.DotNetFlag = false;
        // Our colours follow the machine's choice of light or dark, and so does the page.
        page.HideDarkModeToggle = true;
        page.AddPreferredSecuritySchemes("ApiKey");
        page.WithDefaultHttpClient(ScalarTarget.Shell, ScalarClient.Curl);
        page.DisableAgent().DisableMcp().DisableTelemetry();
        page.AddHeadContent("""<link rel="stylesheet" href="/tokens.css"><link rel="stylesheet" href="/fonts.css">""");
    }

    private const string Colours = """
        .light-mode, .dark-mode {
          --scalar-font: var(--font);
          --scalar-font-code: var(--font-mono);
          --scalar-radius: var(--radius-control);
          --scalar-radius-lg: var(--radius);
          --scalar-color-1: var(--ink);
          --scalar-color-2: var(--muted);
          --scalar-color-3: var(--muted);
          --scalar-color-accent: var(--pine);
          --scalar-background-1: var(--surface);
          --scalar-background-2: var(--paper);
          --scalar-background-3: var(--sunk);
          --scalar-background-accent: var(--pine-soft);
          --scalar-border-color: var(--line);
          --scalar-link-color: var(--pine);
          --scalar-color-green: var(--published);
          --scalar-color-red: var(--failed);
          --scalar-color-yellow: var(--review);
          --scalar-color-blue: var(--approved);
          --scalar-color-orange: var(--unknown);
          --scalar-color-purple: var(--publishing);
          --scalar-button-1: var(--pine);
          --scalar-button-1-color: var(--on-pine);
          --scalar-button-1-hover: var(--pine-strong);
          --scalar-sidebar-background-1: var(--paper);
          --scalar-sidebar-color-1: var(--ink);
          --scalar-sidebar-color-2: var(--muted);
          --scalar-sidebar-color-active: var(--pine);
          --scalar-sidebar-item-active-background: var(--pine-soft);
          --scalar-sidebar-item-hover-background: var(--sunk);
          --scalar-sidebar-border-color: var(--line);
        }
        """;
}
