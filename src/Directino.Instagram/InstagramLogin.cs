namespace Directino.Instagram;

/// <summary>The login product an account came through. It decides the host, the token kind, the field lists and some paths.</summary>
public enum InstagramLogin
{
    /// <summary>Instagram API with Instagram Login: <c>graph.instagram.com</c>, an Instagram User token, no Page.</summary>
    Instagram,

    /// <summary>Instagram API with Facebook Login: <c>graph.facebook.com</c>, a Page (or Facebook User) token, a linked Page.</summary>
    Facebook,
}
