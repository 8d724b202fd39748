using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Layout;

/// <summary>The places of the product, in their order. A place whose page is not part of this build is left out.</summary>
public sealed class Navigation(IReadOnlyCollection<string> templates)
{
    /// <summary>The action that every page offers.</summary>
    public static readonly NavigationEntry NewPost = new("/plan/posts/new", "plus", "NewPost", "WritePosts");

    private static readonly NavigationEntry[] Places =
    [
        new("/", "house", "Home"),
        new("/plan", "calendar", "Plan", "SeePlan"),
        new("/library", "images", "Library", "SeeLibrary"),
        new("/inbox", "inbox", "Inbox", "SeeInbox"),
        new("/automation", "workflow", "Automation", "SeeAutomation"),
        new("/insights", "chart-column", "Insights", "SeeInsights"),
        new("/activity", "scroll-text", "Activity", "SeeActivity"),
        new("/accounts", "at-sign", "Accounts", "SeeAccounts"),
    ];

    private static readonly NavigationEntry[] Keys =
    [
        new("/members", "users", "Members", "SeeMembers"),
        new("/settings", "settings", "Settings", "SeeSettings"),
        new("/phone", "smartphone", "SandboxPhone", "UseSandbox"),
    ];

    /// <summary>The places of every day.</summary>
    public IReadOnlyList<NavigationEntry> Main { get; } = [.. Places.Where(place => Contains(templates, place.Route))];

    /// <summary>The places below them.</summary>
    public IReadOnlyList<NavigationEntry> Below { get; } = [.. Keys.Where(place => Contains(templates, place.Route))];

    /// <summary>Whether some page of this build answers at a path.</summary>
    public bool Has(string path) => Contains(templates, path);

    /// <summary>The place a path lies in.</summary>
    public NavigationEntry? Where(string path) => Main.Concat(Below).FirstOrDefault(place => place.Holds(path));

    /// <summary>The places a person may enter; a policy that nobody defined lets nobody in.</summary>
    public async Task<IReadOnlySet<string>> OpenToAsync(
        ClaimsPrincipal person, IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
    {
        HashSet<string> open = [];
        foreach (var place in Main.Concat(Below).Append(NewPost))
        {
            if (!Has(place.Route))
            {
                continue;
            }

            var allowed = place.Policy is null
                ? person.Identity?.IsAuthenticated == true
                : await policies.GetPolicyAsync(place.Policy) is { } policy
                    && (await authorization.AuthorizeAsync(person, null, policy)).Succeeded;
            if (allowed)
            {
                open.Add(place.Route);
            }
        }

        return open;
    }

    /// <summary>Reads which pages an assembly has.</summary>
    public static Navigation Of(Assembly assembly) => new(
        [.. assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false)).Select(route => route.Template)]);

    private static bool Contains(IReadOnlyCollection<string> templates, string path) =>
        templates.Any(template => Matches(template.Split('/'), path.Split('/')));

    private static bool Matches(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
}
