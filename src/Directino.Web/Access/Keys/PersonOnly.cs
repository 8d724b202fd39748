using Microsoft.AspNetCore.Authorization;

namespace Directino.Web.Access;

/// <summary>
/// Marks what an API key can't do whatever its role: what makes secrets or members that would outlive it, takes
/// members out, or can be undone by a person at a browser only.
/// </summary>
public sealed class PersonOnly
{
    /// <summary>Said to a program.</summary>
    public const string Sentence = "An API key cannot do this; a person has to do it, signed in.";

    public static bool Refuses(AuthorizationHandlerContext context) =>
        context.User.HasClaim(c => c.Type == VisitorClaims.Key) && context.Resource is HttpContext http && Marks(http);

    public static bool Marks(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PersonOnly>() is not null;
}

/// <summary>How an endpoint declares it.</summary>
public static class PersonOnlyConvention
{
    public static TBuilder ForPeopleOnly<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new PersonOnly());
}
