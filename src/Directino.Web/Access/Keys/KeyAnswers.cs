using System.Globalization;

namespace Directino.Web.Access;

/// <summary>Refusals that a program can read: problem details with one sentence.</summary>
internal static class KeyAnswers
{
    public static Task Say(HttpContext http, int status, string sentence) => TypedResults.Problem(sentence, statusCode: status).ExecuteAsync(http);

    public static Task Slow(HttpContext http, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Say(http, StatusCodes.Status429TooManyRequests, $"Too many requests; try again in {seconds} seconds.");
    }
}
