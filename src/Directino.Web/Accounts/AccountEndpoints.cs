using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Accounts;

/// <summary>The visitor, and the connected accounts.</summary>
public static class AccountEndpoints
{
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", Me).RequireAuthorization(nameof(Permission.Enter)).WithName("GetMe").WithTags("Accounts").WithSummary("Who you are here, and what you may do.");

        var group = api.MapGroup("/accounts").WithTags("Accounts");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeeAccounts)).WithName("ListAccounts").WithSummary("The connected accounts.");
        group.MapGet("/{id}", Get).RequireAuthorization(nameof(Permission.SeeAccounts)).WithName("GetAccount").WithSummary("One connected account.");
        group.MapPut("/{id}/capabilities/{capability}", Switch).RequireAuthorization(nameof(Permission.ManageAccounts)).WithName("SwitchCapability").WithSummary("Switches a capability on or off.");
        group.MapPut("/{id}/time-zone", SetTimeZone).RequireAuthorization(nameof(Permission.ManageAccounts)).WithName("SetAccountTimeZone").WithSummary("Sets the zone in which the account’s times are read.");
        group.MapDelete("/{id}", Disconnect).RequireAuthorization(nameof(Permission.ManageAccounts)).ForPeopleOnly().WithName("DisconnectAccount").WithSummary("Deletes the account’s token at once and ends what was planned for it.");
        return api;
    }

    private static async Task<Ok<MeAnswer>> Me(CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        await using var db = database.Open(visitor.Workspace);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == visitor.Person.Value, ct);
        var workspace = await db.Set<Workspace>().AsNoTracking().SingleAsync(ct);
        return TypedResults.Ok(new MeAnswer(
            visitor.Person.Value, person.DisplayName, person.Email, new WorkspaceAnswer(workspace.Id.Value, workspace.Name, workspace.TimeZone, workspace.IsDemo),
            visitor.Role, [.. Enum.GetValues<Permission>().Where(visitor.May)]));
    }

    private static async Task<Ok<List<AccountAnswer>>> List(CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().OrderBy(a => a.Username).ToListAsync(ct);
        return TypedResults.Ok(accounts.ConvertAll(AccountAnswer.Of));
    }

    private static async Task<Results<Ok<AccountAnswer>, NotFound>> Get(AccountId id, CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is { } account
            ? TypedResults.Ok(AccountAnswer.Of(account))
            : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> Switch(
        AccountId id, Capability capability, CapabilitySwitchRequest request, CurrentVisitor visitors, AccountDesk desk, CancellationToken ct) =>
        await desk.Switch((await visitors.Get(ct)).Workspace, id, capability, request.On, ct) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ValidationProblem>> SetTimeZone(
        AccountId id, TimeZoneRequest request, CurrentVisitor visitors, AccountDesk desk, CancellationToken ct)
    {
        if (!TimeZones.IsKnown(request.TimeZone))
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["timeZone"] = ["This is not the name of an IANA time zone, such as Europe/Lisbon."] });
        return await desk.SetTimeZone((await visitors.Get(ct)).Workspace, id, request.TimeZone, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> Disconnect(AccountId id, CurrentVisitor visitors, AccountDesk desk, CancellationToken ct) =>
        await desk.Disconnect((await visitors.Get(ct)).Workspace, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}

public sealed record MeAnswer(Guid Id, string Name, string? Email, WorkspaceAnswer Workspace, Role Role, IReadOnlyList<Permission> Permissions);

public sealed record WorkspaceAnswer(Guid Id, string Name, string TimeZone, bool IsDemo);

public sealed record CapabilitySwitchRequest(bool On);

public sealed record TimeZoneRequest(string TimeZone);
