using System.Globalization;
using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Instagram;
using Directino.Web.Access;
using Directino.Web.Hosting;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Home;

/// <summary>A workspace to look around in, made in a moment: a guest, two accounts connected as anybody connects theirs, their history on its way.</summary>
public sealed class LookAround(Registration registration, ConnectFlow flow, ISandboxConsent consent, IStringLocalizer<HomeWords> words)
{
    private static readonly Capability[] Everything = Enum.GetValues<Capability>();

    /// <summary>Only where the sandbox is Instagram.</summary>
    public bool IsOffered => consent.IsThere;

    /// <summary>Null when the sandbox does not answer.</summary>
    public async Task<RegistrationOutcome.Registered?> Begin(Uri callback, string? zone, CancellationToken ct)
    {
        var outcome = await registration.RegisterGuest(words["GuestName"], words["GuestWorkspace"], zone, CultureInfo.CurrentUICulture.Name, ct);
        if (outcome is not RegistrationOutcome.Registered guest)
            throw new InvalidOperationException("A guest could not be made.");
        foreach (var username in consent.Accounts)
        {
            var start = await flow.Begin(guest.Workspace, guest.Person.PersonId, InstagramLogin.Instagram, Everything, callback, again: false, ct);
            var back = await consent.Allow(start.AuthorizeUrl, username, ct);
            var finished = await flow.Finish(new ConnectReturn(back.State, back.Code, Error: null, start.BrowserSecret, guest.Person.PersonId), ct);
            if (finished is not ConnectOutcome.Connected)
                return null;
        }

        return guest;
    }
}
