using Directino.Accounts;
using Directino.Web.Access;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Accounts;

/// <summary>What the visitor changes about members: for the pages and for REST the same way, and felt at once.</summary>
public sealed partial class MemberDesk(
    CurrentVisitor visitors, Visitors memory, Members members, Invitations invitations, SiteAddress site, IHttpContextAccessor http, NavigationManager pages,
    ILogger<MemberDesk> logger)
{
    public async Task<MemberOutcome> Invite(string email, Role role)
    {
        var visitor = await visitors.Get();
        return await Mailing(() => invitations.Invite(visitor.Workspace, visitor.Person, visitor.Role, email, role, Join, CancellationToken.None));
    }

    public async Task<MemberOutcome> Resend(InvitationId id)
    {
        var visitor = await visitors.Get();
        return await Mailing(() => invitations.Resend(visitor.Workspace, visitor.Person, visitor.Role, id, Join, CancellationToken.None));
    }

    public async Task<MemberOutcome> ChangeRole(PersonId person, Role role)
    {
        var visitor = await visitors.Get();
        if (!visitor.May(Permission.ManageMembers))
            return MemberOutcome.NotAllowed;
        var outcome = await members.ChangeRole(visitor.Workspace, visitor.Role, person, role, CancellationToken.None);
        memory.Forget(visitor.Workspace, person);
        return outcome;
    }

    public async Task<MemberOutcome> Remove(PersonId person)
    {
        var visitor = await visitors.Get();
        var outcome = await members.Remove(visitor.Workspace, visitor.Person, visitor.Role, person, CancellationToken.None);
        memory.Forget(visitor.Workspace, person);
        return outcome;
    }

    /// <summary>In a circuit there is no request, but the page's own address.</summary>
    private Uri Join => http.HttpContext is { } context && !context.WebSockets.IsWebSocketRequest
        ? site.Full(context.Request, "/join")
        : site.Full(new Uri(pages.BaseUri), "/join");

    private async Task<MemberOutcome> Mailing(Func<Task<MemberOutcome>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception error) when (error is System.Net.Sockets.SocketException or IOException or MailKit.ProtocolException or MailKit.ServiceNotConnectedException or MailKit.Security.AuthenticationException or MailKit.CommandException)
        {
            LogNotMailed(error);
            throw new MailFailedException(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "An invitation was saved but could not be mailed")]
    private partial void LogNotMailed(Exception error);
}

/// <summary>The mail server did not take a mail.</summary>
public sealed class MailFailedException(Exception inner) : Exception("The mail server did not take the mail.", inner);
