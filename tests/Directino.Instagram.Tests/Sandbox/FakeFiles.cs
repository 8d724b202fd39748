using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NetVips;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>
/// The public internet as Instagram sees it: <c>/loaf.jpg</c>, <c>/1080x1350.jpg</c> of that size, <c>/8388608.jpg</c> of that many bytes, and the films
/// of <c>tests/films</c>. <c>/314572801.mp4</c> only says that it is that large.
/// </summary>
internal sealed partial class FakeFiles : HttpMessageHandler
{
    public const string Root = "http://pictures.example";
    private static readonly byte[] Loaf = Jpeg(1080, 1080);

    public static Uri Picture(string name) => new($"{Root}/{name}.jpg");

    public static Uri Film(string name) => new($"{Root}/{name}");

    public static string Path(string film) => System.IO.Path.Combine(AppContext.BaseDirectory, "Films", film);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = Of(request.RequestUri!.AbsolutePath[1..]);
        return Task.FromResult(new HttpResponseMessage(content is null ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    private static HttpContent? Of(string name)
    {
        if (name == "loaf.jpg") return new ByteArrayContent(Loaf);
        if (Size().Match(name) is { Success: true } size) return new ByteArrayContent(Jpeg(Number(size.Groups[1]), Number(size.Groups[2])));
        if (Length().Match(name) is { Success: true } length)
        {
            if (length.Groups[2].Value == "mp4") return new StreamContent(Stream.Null) { Headers = { ContentLength = Number(length.Groups[1]) } };
            // Bytes after the end of a picture are of no meaning.
            var padded = new byte[Number(length.Groups[1])];
            Loaf.CopyTo(padded, 0);
            return new ByteArrayContent(padded);
        }
        return File.Exists(Path(name)) ? new ByteArrayContent(File.ReadAllBytes(Path(name))) : null;
    }

    private static byte[] Jpeg(int width, int height)
    {
        using var image = Image.Black(width, height, 3);
        return image.JpegsaveBuffer();
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+)x(\d+)\.jpg$")]
    private static partial Regex Size();

    [GeneratedRegex(@"^(\d+)\.(jpg|mp4)$")]
    private static partial Regex Length();
}
