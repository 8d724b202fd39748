using Directino.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Directino.Web.Access;

/// <summary>Met by members whose role has the permission (<see cref="RoleTable"/>).</summary>
public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(Visitors visitors) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        // A program is not a person: what only a person may is closed to every key.
        if (PersonOnly.Refuses(context))
            return;
        if (await visitors.Of(context.User, CancellationToken.None) is { } visitor && visitor.May(requirement.Permission))
            context.Succeed(requirement);
    }
}
