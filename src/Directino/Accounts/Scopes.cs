using Directino.Instagram;

namespace Directino.Accounts;

/// <summary>Which of Meta's scopes each capability needs, per login (API reference, auth section 4).</summary>
public static class Scopes
{
    public static string Basic(InstagramLogin login) =>
        login == InstagramLogin.Instagram ? "instagram_business_basic" : "instagram_basic";

    /// <summary>The scope a capability stands or falls with.</summary>
    public static string For(InstagramLogin login, Capability capability) => (login, capability) switch
    {
        (InstagramLogin.Instagram, Capability.Publish) => "instagram_business_content_publish",
        (InstagramLogin.Instagram, Capability.Comments) => "instagram_business_manage_comments",
        (InstagramLogin.Instagram, Capability.Messages) => "instagram_business_manage_messages",
        (InstagramLogin.Instagram, Capability.Insights) => "instagram_business_manage_insights",
        (_, Capability.Publish) => "instagram_content_publish",
        (_, Capability.Comments) => "instagram_manage_comments",
        (_, Capability.Messages) => "instagram_manage_messages",
        (_, Capability.Insights) => "instagram_manage_insights",
        (_, Capability.Delete) => "instagram_manage_contents",
        (_, Capability.TagProducts) => "instagram_shopping_tag_products",
    };

    /// <summary>Everything a capability needs: Meta grants the marking of products and the look into the catalogue apart.</summary>
    public static IReadOnlyList<string> All(InstagramLogin login, Capability capability) =>
        capability == Capability.TagProducts ? [For(login, capability), "catalog_management"] : [For(login, capability)];

    /// <summary>Whether the person granted what it needs.</summary>
    public static bool Granted(ConnectedAccount account, Capability capability) => All(account.Login, capability).All(account.Has);

    /// <summary>Whether Meta offers it through this login at all (API reference, publishing sections 9.4 and 14).</summary>
    public static bool Offers(InstagramLogin login, Capability capability) => !IsExtra(capability) || login == InstagramLogin.Facebook;

    /// <summary>Not everybody wants it: asked for only when somebody ticks it.</summary>
    public static bool IsExtra(Capability capability) => capability is Capability.Delete or Capability.TagProducts;

    /// <summary>All that a member can allow through a login.</summary>
    public static IEnumerable<Capability> OfferedBy(InstagramLogin login) => Enum.GetValues<Capability>().Where(c => Offers(login, c));

    /// <summary>What is asked for when an account is connected: the basic scope, those of the capabilities wanted, and what Facebook's Pages need beside them.</summary>
    public static IReadOnlyList<string> ToAsk(InstagramLogin login, IEnumerable<Capability> capabilities)
    {
        string[] pages = login == InstagramLogin.Facebook ? ["pages_show_list", "pages_read_engagement", "pages_manage_metadata"] : [];
        return [Basic(login), .. capabilities.Where(c => Offers(login, c)).SelectMany(c => All(login, c)), .. pages];
    }
}
