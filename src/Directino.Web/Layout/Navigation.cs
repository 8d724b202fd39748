using System.Reflection;
using System.Security.Claims;
using Directino.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Layout;

/// <summary>The places of the product, in their order. A place whose page is not part of this build is left out.</summary>
public sealed class Navigation(IReadOnlyCollection<string> templates)
{
    /// <summary>The action that every page offers.</summary>
    public static readonly NavigationEntry NewPost = new("/plan/posts/new", "plus", "NewPost", nameof(Permission.EditPosts));

    private static readonly NavigationEntry[] Places =
    [
        new("/", "house", "TodayPlace"),
        new("/plan", "calendar", "Plan", nameof(Permission.SeePlan)),
        new("/library", "images", "Library", nameof(Permission.SeePlan)),
        new("/inbox", "inbox", "Inbox", nameof(Permission.SeeInbox)),
        new("/automation", "workflow", "Automation", nameof(Permission.SeeAutomation)),
        new("/insights", "chart-column", "Insights", nameof(Permission.SeeInsights)),
        new("/activity", "scroll-text", "Activity", nameof(Permission.SeeActivity)),
        new("/accounts", "at-sign", "Accounts", nameof(Permission.SeeAccounts)),
    ];

    private static readonly NavigationEntry[] Keys =
    [
        new("/members", "users", "Members", nameof(Permission.ManageMembers)),
        new("/settings", "settings", "Settings", nameof(Permission.Enter)),
        new("/phone", "smartphone", "SandboxPhone", nameof(Permission.Enter)),
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
