using System.Text.Json;
using System.Text.Json.Serialization;
using Directino.Instagram.Accounts;
using Directino.Instagram.Comments;
using Directino.Instagram.Insights;
using Directino.Instagram.Login;
using Directino.Instagram.Messages;
using Directino.Instagram.Publishing;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Wire;

/// <summary>Everything that goes over the wire as JSON: snake case, tolerant in reading.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(LooseStringConverter), typeof(LooseLongConverter), typeof(LooseDecimalConverter), typeof(LooseBoolConverter),
        typeof(LooseTimeConverter), typeof(LooseWordsConverter),
    ])]
[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(CodeExchangeWire))]
[JsonSerializable(typeof(LongLivedWire))]
[JsonSerializable(typeof(Listed<PageWire>))]
[JsonSerializable(typeof(Listed<PermissionWire>))]
[JsonSerializable(typeof(AccountWire))]
[JsonSerializable(typeof(ContainerWire))]
[JsonSerializable(typeof(Listed<LimitWire>))]
[JsonSerializable(typeof(InstagramMedia))]
[JsonSerializable(typeof(Listed<InstagramMedia>))]
[JsonSerializable(typeof(IReadOnlyList<UserTagWire>))]
[JsonSerializable(typeof(IReadOnlyList<ProductTagWire>))]
[JsonSerializable(typeof(PollWire))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(TrialWire))]
[JsonSerializable(typeof(AudioConfigurationWire))]
[JsonSerializable(typeof(Listed<JsonElement>))]
[JsonSerializable(typeof(UploadWire))]
[JsonSerializable(typeof(Listed<PlaceWire>))]
[JsonSerializable(typeof(EligibilityWire))]
[JsonSerializable(typeof(Listed<CatalogWire>))]
[JsonSerializable(typeof(Listed<CatalogProductWire>))]
[JsonSerializable(typeof(Listed<MarkedProductWire>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(CommentWire))]
[JsonSerializable(typeof(Listed<CommentWire>))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(ConversationWire))]
[JsonSerializable(typeof(Listed<ConversationWire>))]
[JsonSerializable(typeof(MessageWire))]
[JsonSerializable(typeof(PersonProfile))]
[JsonSerializable(typeof(Listed<InsightWire>))]
[JsonSerializable(typeof(Listed<OnlineWire>))]
[JsonSerializable(typeof(Listed<SubscriptionWire>))]
internal sealed partial class InstagramJson : JsonSerializerContext;

/// <summary>Answer of a write that makes something.</summary>
internal sealed record Created
{
    public required string Id { get; init; }
}

/// <summary>Answer of a write that changes something.</summary>
internal sealed record Done
{
    public bool? Success { get; init; }
}

/// <summary>A list with its paging.</summary>
internal sealed record Listed<T>
{
    public IReadOnlyList<T>? Data { get; init; }

    public PagingWire? Paging { get; init; }

    public IReadOnlyList<T> Items => [.. (Data ?? []).Where(row => row is not null)];

    /// <summary>The end is reached when <c>next</c> is absent, not when a page is short (limits-and-errors.md section 4).</summary>
    public string? After => string.IsNullOrEmpty(Paging?.Next) ? null : Paging.Cursors?.After;
}

internal sealed record PagingWire
{
    public CursorsWire? Cursors { get; init; }

    public string? Next { get; init; }
}

internal sealed record CursorsWire
{
    public string? After { get; init; }
}
