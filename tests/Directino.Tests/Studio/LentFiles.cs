using System.Net;
using Directino.Media;
using Directino.Media.Reach;

namespace Directino.Tests.Studio;

/// <summary>The product's public address, without a web server: lends files by their links.</summary>
public sealed class LentFiles(MediaLinks links) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/" + MediaReach.Probe)
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("reached") };
        if (await links.Open(request.RequestUri.Segments[^1], cancellationToken) is not { } file)
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(file.Content) };
        answer.Content.Headers.ContentType = new(file.ContentType);
        return answer;
    }
}
