namespace Directino.Instagram.Publishing;

/// <summary>How a film comes to Instagram.</summary>
public sealed record VideoSource
{
    private VideoSource(Uri? address) => Address = address;

    /// <summary>The film is sent afterwards with <see cref="PublishingClient.Upload"/> or <see cref="PublishingClient.UploadFrom"/> (Facebook Login only).</summary>
    public static VideoSource Upload { get; } = new((Uri?)null);

    /// <summary>Where it is fetched; null when it is sent.</summary>
    public Uri? Address { get; }

    /// <summary>Instagram fetches it from a public HTTPS address without redirects.</summary>
    public static VideoSource At(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new VideoSource(address);
    }
}
