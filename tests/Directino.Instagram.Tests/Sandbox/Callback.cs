using System.Net;
using System.Text;
using System.Web;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>A receiver as small as can be: shakes hands, checks the signature, takes the delivery apart.</summary>
internal sealed class Callback(byte[][] secrets, string verifyToken) : HttpMessageHandler
{
    public List<WebhookEvent> Events { get; } = [];

    public int Refused { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            return WebhookHandshake.Answer(query["hub.mode"], query["hub.verify_token"], query["hub.challenge"], verifyToken) is { } challenge
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(challenge, Encoding.UTF8, "text/plain") }
                : new HttpResponseMessage(HttpStatusCode.Forbidden);
        }

        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        if (!WebhookSignature.Matches(body, request.Headers.GetValues(WebhookSignature.Header).Single(), secrets))
        {
            Refused++;
            return new HttpResponseMessage(HttpStatusCode.Forbidden);
        }

        var batch = WebhookBody.Split(body);
        batch.Malformed.ShouldBeFalse();
        Events.AddRange(batch.Events);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
