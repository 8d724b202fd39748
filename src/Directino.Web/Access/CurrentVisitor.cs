using Microsoft.AspNetCore.Components.Authorization;

namespace Directino.Web.Access;

/// <summary>The visitor of this request or circuit. Pages behind a policy always have one.</summary>
public sealed class CurrentVisitor(Visitors visitors, IHttpContextAccessor http, AuthenticationStateProvider states)
{
    public async Task<Visitor> Get(CancellationToken ct = default) =>
        await Find(ct) ?? throw new InvalidOperationException("Nobody is signed in here; the page or endpoint lacks a policy.");

    public async Task<Visitor?> Find(CancellationToken ct = default)
    {
        // In a circuit there is no request; outside of components there is no authentication state.
        var principal = http.HttpContext is { } context && !context.WebSockets.IsWebSocketRequest
            ? context.User
            : (await states.GetAuthenticationStateAsync()).User;
        return await visitors.Of(principal, ct);
    }
}
