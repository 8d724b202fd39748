using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Planning;

/// <summary>Makes clients' links on pages, where they are shown once. One per circuit.</summary>
public sealed class ClientLinkDesk(ClientLinks links, SiteAddress site, NavigationManager pages, PlanningText text)
{
    public static string Path(string secret) => $"/approve?link={secret}";

    /// <summary>The address to send, or the rule that forbids it in words.</summary>
    public async Task<(Uri? Address, string? Flaw)> Make(Visitor visitor, string? name, IReadOnlyCollection<PostId> posts, int days, CancellationToken ct) =>
        await links.Make(visitor.Workspace, visitor.Person, name, posts, days, ct) switch
        {
            ClientLinkOutcome.Made made => (site.Full(new Uri(pages.BaseUri), Path(made.Secret)), null),
            ClientLinkOutcome.Refused refused => (null, text.Rule(refused.Rule)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
