using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Login;

/// <summary>The page on which the owner of an account says what an app may do. A plain form: it works without script.</summary>
internal static class ConsentPage
{
    public const string Style = """
        :root{color-scheme:light dark;--paper:#f4f4f1;--card:#fff;--ink:#16181d;--muted:#555b66;--line:#cfd2d6;--act:#2b3a55;--on:#fff}
        @media (prefers-color-scheme:dark){:root{--paper:#121416;--card:#1a1d20;--ink:#eceef0;--muted:#a3abb3;--line:#3a4047;--act:#a9bbe0;--on:#10151f}}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        main{max-width:30rem;margin:0 auto;padding:1.5rem 1rem 3rem}.mark{display:inline-block;border:1px dashed var(--muted);border-radius:6px;padding:.1rem .6rem;color:var(--muted);font-size:.875rem}
        h1{font-size:1.4rem;line-height:1.25;margin:1rem 0 .25rem}p{margin:.25rem 0 1rem;color:var(--muted)}
        fieldset{border:1px solid var(--line);border-radius:8px;background:var(--card);margin:0 0 1rem;padding:.5rem 1rem 1rem}legend{font-weight:600;padding:0 .25rem}
        label{display:flex;gap:.75rem;align-items:center;min-height:44px}label small{display:block;color:var(--muted);overflow-wrap:anywhere}input{inline-size:1.25rem;block-size:1.25rem;flex:none;accent-color:var(--act)}
        .row{display:flex;gap:.75rem;flex-wrap:wrap}button{min-height:44px;padding:0 1.25rem;border-radius:6px;border:1px solid var(--act);font:inherit;font-weight:600;cursor:pointer;background:none;color:var(--act)}
        button.main{background:var(--act);color:var(--on)}:focus-visible{outline:2px solid var(--act);outline-offset:2px}
        """;

    public static string Show(ConsentRequest request, IReadOnlyList<SandboxAccount> accounts)
    {
        var instagram = request.Host == ApiHost.Instagram;
        var known = instagram ? Scopes.Instagram : Scopes.Facebook;
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h1>Allow this app to work with your {(instagram ? "account" : "Pages")}?</h1>")
            .Append("<p>This is an imitation made for trying things out. No real account is involved.</p><form method=\"post\">")
            .Append(CultureInfo.InvariantCulture, $"<fieldset><legend>{(instagram ? "Sign in as" : "Pages to connect")}</legend>");
        var first = true;
        foreach (var account in accounts)
        {
            body.Append(CultureInfo.InvariantCulture, $"<label><input type=\"{(instagram ? "radio" : "checkbox")}\" name=\"account\" value=\"{account.Id}\"{(first || !instagram ? " checked" : "")}>")
                .Append(CultureInfo.InvariantCulture, $"<span>{Text(instagram ? account.Username : account.PageName)}<small>{Text(instagram ? account.Name : "linked to " + account.Username)}</small></span></label>");
            first = false;
        }
        body.Append("</fieldset><fieldset><legend>What the app may do</legend>");
        foreach (var scope in request.Scopes)
        {
            body.Append(CultureInfo.InvariantCulture, $"<label><input type=\"checkbox\" name=\"scope\" value=\"{Text(scope)}\" checked><span>{Text(known[scope])}<small>{Text(scope)}</small></span></label>");
        }
        body.Append("</fieldset><div class=\"row\"><button class=\"main\" name=\"decision\" value=\"allow\">Allow</button><button name=\"decision\" value=\"cancel\">Cancel</button></div></form>");
        return Frame(instagram ? "Sandbox: sign in" : "Sandbox: connect Pages", body.ToString());
    }

    public static string Refuse(string sentence) => Frame("Sandbox: request refused", $"<h1>This request cannot be shown</h1><p>{Text(sentence)}</p>");

    private static string Frame(string title, string body) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><link rel="icon" href="data:,">
        <link rel="stylesheet" href="/sandbox/consent.css"></head><body><main><span class="mark">Sandbox</span>{body}</main></body></html>
        """;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
