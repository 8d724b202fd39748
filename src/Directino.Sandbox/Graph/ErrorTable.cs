namespace Directino.Sandbox.Graph;

/// <summary>The documented codes: what a fault by number says, and what the rules of the sandbox answer.</summary>
internal static class ErrorTable
{
    private const string OAuth = "OAuthException";

    private static readonly GraphError[] Rows =
    [
        new(400, "Timeout while downloading the media.", OAuth, -2, 2207003, true, "Timeout", "It takes too long to download the media."),
        new(400, "The media has expired.", OAuth, -2, 2207020, false, "Media expired", "The media you are trying to access has expired. Please try to upload it again."),
        new(400, "Instagram server error.", OAuth, -1, 2207001, true, "Instagram server error", "Instagram server error. Please try again."),
        new(400, "Failed to create a media container.", OAuth, -1, 2207032, true, "Create media fail", "Failed to create a media container, please try to re-upload it."),
        new(400, "Unknown upload error.", OAuth, -1, 2207053, true, "Unknown upload error", "The upload failed for an unknown reason. Make a new container."),
        new(400, "Fatal", OAuth, -1, 2207073),
        new(400, "Fatal", OAuth, -1, 2207086),
        new(500, "An unknown error has occurred.", OAuth, 1, null, true),
        new(400, "The thumbnail offset is outside of the video.", OAuth, 1, 2207057, false, "Invalid thumbnail offset", "The thumbnail offset must be at least 0 and less than the length of the video."),
        new(500, "(#1) Invalid JSON reply. The message may have been sent.", OAuth, 1, 1357046, true),
        new(503, "Service temporarily unavailable", OAuth, 2, null, true),
        new(400, "(#3) Application does not have the capability to make this API call.", OAuth, 3),
        new(403, "(#4) Application request limit reached", OAuth, 4, null, true),
        new(403, "Application request limit reached", OAuth, 4, 2207051, false, "We restrict certain activity to protect our community", "This action was blocked because it looks like spam."),
        new(400, "Application request limit reached", OAuth, 9, 2207042, false, "The user has reached the maximum number of posts", "You have reached the maximum number of posts that is allowed to be published by the API."),
        new(403, "(#10) Application does not have permission for this action", OAuth, 10),
        new(403, "(#10) This message is sent outside of allowed window.", OAuth, 10, 2534022, false),
        new(403, "(#17) User request limit reached", OAuth, 17, null, true),
        new(403, "(#18) Hashtag limit reached", OAuth, 18, 2207034),
        new(400, "The requested resource does not exist", OAuth, 24, 2207006, false, "Media not found", "The media you are trying to access cannot be found."),
        new(400, "The requested resource does not exist", OAuth, 24, 2207008, false, "Media builder not found", "The media builder with this creation id does not exist or has expired."),
        new(400, "The account is restricted.", OAuth, 25, 2207050, false, "The Instagram account is restricted", "Please log in to the Instagram app and complete the necessary steps."),
        new(403, "(#32) Page request limit reached", OAuth, 32, null, true),
        new(400, "(#100) Invalid parameter", OAuth, 100),
        new(400, "Unsupported request. Object does not exist, cannot be loaded due to missing permissions, or does not support this operation", "GraphMethodException", 100, 33),
        new(400, "Unknown media type.", OAuth, 100, 2207023, false, "Unknown media type", "The media type is unknown."),
        new(400, "Invalid number of carousel children.", OAuth, 100, 2207028, false, "Carousel validation failed", "A carousel needs between 2 and 10 photos or videos."),
        new(400, "A product tag of a video has no position.", OAuth, 100, 2207035, false, "Product tag position", "Product tags of videos cannot have a position."),
        new(400, "A product tag of a photo needs a position.", OAuth, 100, 2207036, false, "Product tag position", "Product tags of photos need a position."),
        new(400, "The product tags are invalid.", OAuth, 100, 2207037, false, "Product tags invalid", "Some product tags are not in the catalogue, or there are too many."),
        new(400, "Too many tags.", OAuth, 100, 2207040, false, "Cannot use more than 20 tags", "You can tag at most 20 accounts."),
        new(400, "The requested user cannot be found", OAuth, 100, 2534014),
        new(400, "Invalid message data", OAuth, 100, 2534015),
        new(400, "The comment is invalid for a private reply", OAuth, 100, 2534025),
        new(400, "(#100) The business is blocked from messaging.", OAuth, 100, 2534029),
        new(400, "(#100) Action is invalid, the app is not the thread owner.", OAuth, 100, 2534037),
        new(400, "Session key invalid or no longer valid", OAuth, 102),
        new(400, "Error validating access token: Session has expired.", OAuth, 190),
        new(400, "Error validating access token: The user has not authorized application.", OAuth, 190, 458),
        new(400, "Error validating access token: You cannot access the app till you log in to www.instagram.com and follow the instructions given.", OAuth, 190, 459),
        new(400, "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.", OAuth, 190, 460),
        new(400, "Error validating access token: Session has expired.", OAuth, 190, 463),
        new(400, "Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.", OAuth, 190, 464),
        new(400, "Error validating access token: The access token is invalid.", OAuth, 190, 467),
        new(403, "(#200) Permission error", OAuth, 200),
        new(403, "(#200) The owner has disabled access to direct messages.", OAuth, 200, 2534041),
        new(403, "(#230) User consent is required to access user profile", OAuth, 230),
        new(403, "(#341) Application limit reached", OAuth, 341, null, true),
        new(400, "The video format is not supported.", OAuth, 352, 2207026, false, "Unsupported video format", "The video format is not supported. Use MOV or MP4."),
        new(403, "(#368) The action attempted has been deemed abusive or is otherwise disallowed", OAuth, 368),
        new(400, "(#506) Duplicate status message", OAuth, 506),
        new(400, "(#551) This person isn't available right now.", OAuth, 551),
        new(400, "(#613) Calls to this api have exceeded the rate limit.", OAuth, 613, null, false),
        new(400, "(#613) Calls to this api have exceeded the rate limit.", OAuth, 613, 2534040, false),
        new(400, "(#803) Some of the aliases you requested do not exist", OAuth, 803),
        new(400, "An active access token must be used to query information about the current user.", OAuth, 2500),
        new(400, "Only photo or video can be accepted as media type.", OAuth, 9004, 2207052, false, "The media could not be fetched from this URI", "The media could not be fetched from this URI."),
        new(400, "Media ID is not available", OAuth, 9007, 2207027, false, "The media is not ready", "The media is not ready for publishing, please wait for a moment."),
        new(400, "The image size is too large.", OAuth, 36000, 2207004, false, "Image size too large", "The image is too large to download. It should be less than 8 MiB."),
        new(400, "The image format is not supported.", OAuth, 36001, 2207005, false, "Unsupported image format", "The image format is not supported. Use JPEG."),
        new(400, "The submitted image with aspect ratio cannot be published.", OAuth, 36003, 2207009, false, "Invalid aspect ratio", "The submitted image's aspect ratio is outside of the range from 4:5 to 1.91:1."),
        new(400, "The caption was too long.", OAuth, 36004, 2207010, false, "Caption too long", "The caption must have at most 2,200 characters, 30 hashtags and 20 @ tags."),
        new(403, "(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.", OAuth, 80002, null, true),
        new(403, "(#80006) There have been too many calls to this Messenger account. Wait a bit and try again.", OAuth, 80006, null, true),
        new(400, "(#2018300) Another app is controlling this thread now.", OAuth, 2018300),
        new(400, "(#9000001) This message has been deleted.", OAuth, 9000001),
        new(400, "(#10900) Activity already replied to", OAuth, 10900),
    ];

    /// <summary>The row of a code and subcode; a pair that is not in the table gets a plain body with its numbers.</summary>
    public static GraphError Of(int code, int? subcode = null) =>
        Rows.FirstOrDefault(row => row.Code == code && row.Subcode == subcode)
        ?? (Rows.FirstOrDefault(row => row.Code == code && row.Subcode is null) ?? new GraphError(400, $"(#{code}) Error", OAuth, code)) with { Subcode = subcode };
}
