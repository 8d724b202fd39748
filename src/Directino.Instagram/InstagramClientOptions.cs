namespace Directino.Instagram;

/// <summary>Where Meta is and which app speaks to it. Every address may carry a path prefix (a sandbox at <c>http://host/ig/</c>).</summary>
public sealed class InstagramClientOptions
{
    /// <summary>Graph version in the path. Default <c>v25.0</c>; always pinned, never left out.</summary>
    public string Version { get; set; } = "v25.0";

    /// <summary>The page where a person signs in with Instagram. Default <c>https://www.instagram.com/oauth/authorize</c>.</summary>
    public Uri AuthorizeUrl { get; set; } = new("https://www.instagram.com/oauth/authorize");

    /// <summary>Turns a code into a short-lived token (Instagram Login). Default <c>https://api.instagram.com/oauth/access_token</c>.</summary>
    public Uri CodeExchangeUrl { get; set; } = new("https://api.instagram.com/oauth/access_token");

    /// <summary>Graph host of Instagram Login. Default <c>https://graph.instagram.com/</c>.</summary>
    public Uri InstagramGraph { get; set; } = new("https://graph.instagram.com/");

    /// <summary>Graph host of Facebook Login. Default <c>https://graph.facebook.com/</c>.</summary>
    public Uri FacebookGraph { get; set; } = new("https://graph.facebook.com/");

    /// <summary>
    /// Host that takes films (Facebook Login). Default <c>https://rupload.facebook.com/</c> beside the real <see cref="FacebookGraph"/>, and
    /// <see cref="FacebookGraph"/> itself when that is another address, so that a sandbox never sends anything to Meta.
    /// </summary>
    public Uri? FacebookUpload { get; set; }

    /// <summary>Host of the Facebook login dialog. Default <c>https://www.facebook.com/</c>.</summary>
    public Uri FacebookDialog { get; set; } = new("https://www.facebook.com/");

    /// <summary>Instagram app id (App Dashboard, Instagram, API setup with Instagram login). Not the Meta app id.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Instagram app secret, the partner of <see cref="AppId"/>.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>Meta app id (Settings, Basic), used by Facebook Login.</summary>
    public string MetaAppId { get; set; } = "";

    /// <summary>Meta app secret, the partner of <see cref="MetaAppId"/>; also the key of <c>appsecret_proof</c>.</summary>
    public string MetaAppSecret { get; set; } = "";

    /// <summary>How long one call may take, headers and body together. Default 20 seconds.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long sending a film may take. Default 15 minutes.</summary>
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Send <c>appsecret_proof</c> with every call to the Facebook host (auth.md section 5). Default true; needs <see cref="MetaAppSecret"/>.</summary>
    public bool SendProof { get; set; } = true;

    internal Uri Upload => FacebookUpload
        ?? (FacebookGraph.Host.Equals("graph.facebook.com", StringComparison.OrdinalIgnoreCase) ? new Uri("https://rupload.facebook.com/") : FacebookGraph);

    internal Uri Graph(InstagramLogin login) => login == InstagramLogin.Facebook ? FacebookGraph : InstagramGraph;
}
