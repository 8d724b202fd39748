using System.Text.Json.Nodes;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Login;
using Directino.Sandbox.Shop;

namespace Directino.Sandbox.Control;

internal sealed record AccountRequest(
    string? Username, string? Name, string? Biography, string? Website, string? AccountType, int? Followers, int? Follows, bool? Restricted, bool? BlockedAsSpam, bool? MessagesAllowed, bool? PartnershipsAllowed,
    IReadOnlyList<Catalog>? Catalogs)
{
    public Accounts.SandboxAccount Shape(Accounts.SandboxAccount a) => a with
    {
        Name = Name ?? a.Name,
        Biography = Biography ?? a.Biography,
        Website = Website ?? a.Website,
        AccountType = AccountType ?? a.AccountType,
        Followers = Followers ?? a.Followers,
        Follows = Follows ?? a.Follows,
        Restricted = Restricted ?? a.Restricted,
        BlockedAsSpam = BlockedAsSpam ?? a.BlockedAsSpam,
        MessagesAllowed = MessagesAllowed ?? a.MessagesAllowed,
        PartnershipsAllowed = PartnershipsAllowed ?? a.PartnershipsAllowed,
        Catalogs = Catalogs ?? a.Catalogs,
    };
}

internal sealed record PersonRequest(string Username, string? Name, int? Followers, bool? Verified, IReadOnlyList<string>? Follows, IReadOnlyList<string>? Blocks);

internal sealed record CommentAct(string Person, string Media, string Text, string? Parent);

internal sealed record MessageAct(string Person, string Account, string? Text, JsonArray? Attachments, string? ReplyTo, string? Story, string? QuickReply);

internal sealed record ReactionAct(string Message, string? Reaction, string? Emoji);

internal sealed record MessageTextAct(string Message, string? Text);

internal sealed record TapAct(string Person, string Account, string Title, string Payload);

internal sealed record LikeAct(string Person, string Media);

internal sealed record VoteAct(string Person, string Media, int Option);

internal sealed record MediaAct(string Media);

internal sealed record AudioAct(string Audio);

internal sealed record ContainerFailure(int Subcode);

internal sealed record CommentGoneAct(string Comment);

internal sealed record ClockRequest(double AdvanceSeconds);

internal sealed record TokenRequest(string Account, ApiHost Host, IReadOnlyList<string>? Scopes);

internal sealed record TokenEndRequest(string Account, int? Subcode);

internal sealed record RemovalAct(string Account, bool? DeleteData, RemovalFault? Fault);

internal sealed record ReleaseRequest(int? Id);

internal sealed record UsageRequest(Usage? App, IReadOnlyDictionary<string, Usage>? Accounts);

internal sealed record ThrottleRequest(int Code, string? Account, int Minutes);

internal sealed record NumbersRequest(string Account, DateOnly Day, DailyNumbers Numbers);

internal sealed record CallbackRequest(string Url, string? VerifyToken, IReadOnlyList<string>? Fields);

internal sealed record OptionsRequest(
    int? QuotaTotal, int? ContainersPerDay, int? ContainerPolls, TimeSpan? ImageDelay, TimeSpan? VideoDelay, ExchangeShape? CodeAnswer,
    bool? WrapMe, bool? OnePrivateReplyPerPerson, TimeSpan? InsightsDelay, bool? UnauthorizedStatus, bool? AllowEditLists, TimeSpan? TrialTime)
{
    public void ApplyTo(SandboxOptions options)
    {
        options.QuotaTotal = QuotaTotal ?? options.QuotaTotal;
        options.ContainersPerDay = ContainersPerDay ?? options.ContainersPerDay;
        options.ContainerPolls = ContainerPolls ?? options.ContainerPolls;
        options.ImageDelay = ImageDelay ?? options.ImageDelay;
        options.VideoDelay = VideoDelay ?? options.VideoDelay;
        options.CodeAnswer = CodeAnswer ?? options.CodeAnswer;
        options.WrapMe = WrapMe ?? options.WrapMe;
        options.OnePrivateReplyPerPerson = OnePrivateReplyPerPerson ?? options.OnePrivateReplyPerPerson;
        options.InsightsDelay = InsightsDelay ?? options.InsightsDelay;
        options.UnauthorizedStatus = UnauthorizedStatus ?? options.UnauthorizedStatus;
        options.AllowEditLists = AllowEditLists ?? options.AllowEditLists;
        options.TrialTime = TrialTime ?? options.TrialTime;
    }
}
