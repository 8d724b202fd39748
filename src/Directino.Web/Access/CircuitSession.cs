using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Directino.Web.Access;

/// <summary>A page that stays open does not outlive its visit: looked at every minute.</summary>
internal sealed class CircuitSession(ILoggerFactory logs, SessionCheck check, Visitors visitors) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await check.IsAlive(authenticationState.User, cancellationToken)
        && await visitors.Of(authenticationState.User, cancellationToken) is not null;
}
