using Directino.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Directino.Web.Access;

/// <summary>Addresses of this installation, and which of those that others give may be followed.</summary>
public sealed class SiteAddress(IOptions<HostingOptions> hosting)
{
    /// <summary>The full address of a page, for mails and for Instagram: under the public address where one is set, else under the one that was asked.</summary>
    public Uri Full(HttpRequest request, string path) => Full(new Uri($"{request.Scheme}://{request.Host}{request.PathBase}"), path);

    /// <inheritdoc cref="Full(HttpRequest, string)"/>
    public Uri Full(Uri asked, string path) =>
        new((hosting.Value.PublicUrl is { Length: > 0 } url ? url : asked.AbsoluteUri).TrimEnd('/') + path);

    /// <summary>Only ever back into this site.</summary>
    public static string Back(string? returnUrl) =>
        returnUrl is ['/', ..] && RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : "/";
}
