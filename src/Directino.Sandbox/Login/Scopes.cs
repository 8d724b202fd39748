namespace Directino.Sandbox.Login;

/// <summary>The permissions of both logins, with what the consent page says about each.</summary>
internal static class Scopes
{
    public const string Basic = "instagram_business_basic";
    public const string Publish = "instagram_business_content_publish";
    public const string Comments = "instagram_business_manage_comments";
    public const string Messages = "instagram_business_manage_messages";
    public const string Insights = "instagram_business_manage_insights";

    public const string FacebookBasic = "instagram_basic";
    public const string FacebookPublish = "instagram_content_publish";
    public const string FacebookComments = "instagram_manage_comments";
    public const string FacebookMessages = "instagram_manage_messages";
    public const string FacebookInsights = "instagram_manage_insights";
    public const string FacebookContents = "instagram_manage_contents";
    public const string ShoppingTags = "instagram_shopping_tag_products";
    public const string CatalogManagement = "catalog_management";
    public const string PageList = "pages_show_list";
    public const string PageEngagement = "pages_read_engagement";
    public const string PageMetadata = "pages_manage_metadata";
    public const string PageMessaging = "pages_messaging";

    public static readonly IReadOnlyDictionary<string, string> Instagram = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Basic] = "See your profile and your posts",
        [Publish] = "Publish posts for you",
        [Comments] = "Read, answer, hide and delete comments on your posts",
        [Messages] = "Read and answer your messages",
        [Insights] = "See the numbers of your account and posts",
    };

    public static readonly IReadOnlyDictionary<string, string> Facebook = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [FacebookBasic] = "See the Instagram profile and posts of your Pages",
        [FacebookPublish] = "Publish Instagram posts for you",
        [FacebookComments] = "Read, answer, hide and delete Instagram comments",
        [FacebookMessages] = "Read and answer Instagram messages",
        [FacebookInsights] = "See the numbers of your Instagram accounts and posts",
        [FacebookContents] = "Delete Instagram posts",
        [ShoppingTags] = "Tag products of your shop in Instagram posts",
        [CatalogManagement] = "See and manage your catalogues",
        ["instagram_manage_engagement"] = "Like posts and comments for you",
        [PageList] = "See the list of your Pages",
        [PageEngagement] = "Read what is on your Pages",
        [PageMetadata] = "Receive notifications about your Pages",
        [PageMessaging] = "Answer messages of your Pages",
        ["business_management"] = "Manage your business portfolio",
        ["ads_management"] = "Manage your ads",
        ["ads_read"] = "See your ads",
        ["public_profile"] = "See your name and picture",
    };
}
