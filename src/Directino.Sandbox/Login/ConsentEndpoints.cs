using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Login;

/// <summary>The two authorization windows.</summary>
internal sealed class ConsentEndpoints(World world, IOptions<SandboxOptions> options)
{
    public IResult Show(HttpContext http, ApiHost host)
    {
        var (request, wrong) = ConsentRequest.Read(http, host, options.Value);
        if (request is null) return Html(ConsentPage.Refuse(wrong!), StatusCodes.Status400BadRequest);
        var accounts = world.Read(state => state.Accounts.Values.OrderBy(a => a.Id, StringComparer.Ordinal).ToList());
        return Html(ConsentPage.Show(request, accounts), StatusCodes.Status200OK);
    }

    public async Task<IResult> Decide(HttpContext http, ApiHost host)
    {
        var (request, wrong) = ConsentRequest.Read(http, host, options.Value);
        if (request is null) return Html(ConsentPage.Refuse(wrong!), StatusCodes.Status400BadRequest);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var chosen = world.Read(state => form["account"].Select(id => state.AccountNamed(id ?? "")?.Id).OfType<string>().Distinct().ToList());
        if (form["decision"] != "allow" || chosen.Count == 0) return Results.Redirect(request.Denied());
        var granted = request.Scopes.Where(scope => form["scope"].Contains(scope)).ToList();
        return Results.Redirect(request.WithCode(Issue(request, chosen, granted)));
    }

    /// <summary>What happens when the owner presses Allow.</summary>
    public string Issue(ConsentRequest request, IReadOnlyList<string> accounts, IReadOnlyList<string> granted)
    {
        var code = new AuthorizationCode
        {
            Value = TokenMint.Secret("AQ"),
            Facebook = request.Host == ApiHost.Facebook,
            ClientId = request.ClientId,
            RedirectUri = request.RedirectUri,
            Granted = granted,
            Declined = [.. request.Scopes.Except(granted)],
            AccountIds = request.Host == ApiHost.Facebook ? accounts : [accounts[0]],
            IssuedAt = world.Now,
        };
        world.Record(Actors.Owner, new CodeIssued(code));
        return code.Value;
    }

    private static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", statusCode: status);
}
