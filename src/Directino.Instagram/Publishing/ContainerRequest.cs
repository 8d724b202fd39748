using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>What is to be prepared for publishing: one type for each kind, so that what a kind does not have cannot be said.</summary>
public abstract record ContainerRequest
{
    private protected ContainerRequest() { }

    /// <summary>What it becomes.</summary>
    public abstract ContainerKind Kind { get; }

    /// <summary>The options that are set.</summary>
    public IEnumerable<PublishingOption> Options => Parameters().Select(one => one.Option).OfType<PublishingOption>().Distinct();

    /// <summary>The parameters as they are sent, in Meta's names, for whoever keeps or shows what was asked. Links to files are among them; the token is not.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form => [.. Parameters().Select(one => new KeyValuePair<string, string>(one.Name, one.Value!))];

    /// <summary>The form as it is sent.</summary>
    /// <exception cref="OptionRefusedException">An option is set that this login does not offer.</exception>
    internal Query ToQuery(InstagramLogin login)
    {
        var query = new Query();
        foreach (var (name, value, option) in Parameters())
        {
            if (option is { } used && PublishingOptions.Of(used, Kind, login).Denial is { } denial) throw new OptionRefusedException(used, denial);
            query.And(name, value);
        }

        return query;
    }

    private protected abstract IEnumerable<ContainerField> Fields();

    private protected static ContainerField Field(string name, string? value) => new(name, value, null);

    private protected static ContainerField Field(PublishingOption option, string? value) => new(PublishingOptions.Parameter(option)!, value, option);

    private protected static ContainerField Field(PublishingOption option, bool on) => Field(option, on ? "true" : null);

    private protected static IEnumerable<ContainerField> Film(VideoSource video)
    {
        ArgumentNullException.ThrowIfNull(video);
        yield return video.Address is { } address ? Field("video_url", address.AbsoluteUri) : Field(PublishingOption.ResumableUpload, "resumable");
    }

    private protected static ContainerField Tags(IReadOnlyList<UserTag> tags) =>
        Field(PublishingOption.UserTags, Text([.. tags.Select(tag => new UserTagWire(tag.Username, tag.X, tag.Y))], InstagramJson.Default.IReadOnlyListUserTagWire));

    private protected static ContainerField Tags(IReadOnlyList<StoryTag> tags) =>
        Field(PublishingOption.UserTags, Text([.. tags.Select(tag => tag is { X: not null, Y: not null } ? new UserTagWire(tag.Username, tag.X, tag.Y) : new UserTagWire(tag.Username))], InstagramJson.Default.IReadOnlyListUserTagWire));

    private protected static ContainerField Tags(IReadOnlyList<string> usernames) =>
        Field(PublishingOption.UserTags, Text([.. usernames.Select(name => new UserTagWire(name))], InstagramJson.Default.IReadOnlyListUserTagWire));

    private protected static ContainerField Products(IReadOnlyList<ProductTag> tags) =>
        Field(PublishingOption.ProductTags, Text([.. tags.Select(tag => new ProductTagWire(tag.ProductId, tag.X, tag.Y))], InstagramJson.Default.IReadOnlyListProductTagWire));

    private protected static ContainerField Products(IReadOnlyList<string> ids) =>
        Field(PublishingOption.ProductTags, Text([.. ids.Select(id => new ProductTagWire(id))], InstagramJson.Default.IReadOnlyListProductTagWire));

    /// <summary>A list as JSON text; an empty one is not sent.</summary>
    private protected static string? Text<T>(IReadOnlyList<T> list, JsonTypeInfo<IReadOnlyList<T>> type) => list.Count == 0 ? null : JsonSerializer.Serialize(list, type);

    private IEnumerable<ContainerField> Parameters() => Fields().Where(field => !string.IsNullOrEmpty(field.Value));
}

/// <summary>One field of the form, and the option it expresses.</summary>
internal readonly record struct ContainerField(string Name, string? Value, PublishingOption? Option);
