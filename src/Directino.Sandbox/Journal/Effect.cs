using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Audio;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Directino.Sandbox.Messages;
using Directino.Sandbox.Publishing;
using Directino.Sandbox.Webhooks;

namespace Directino.Sandbox.Journal;

/// <summary>Something that happened. The world is the fold of the seed and of every effect in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Anchored), "anchored")]
[JsonDerivedType(typeof(ClockMoved), "clock-moved")]
[JsonDerivedType(typeof(AccountMade), "account-made")]
[JsonDerivedType(typeof(AccountChanged), "account-changed")]
[JsonDerivedType(typeof(PersonMade), "person-made")]
[JsonDerivedType(typeof(CodeIssued), "code-issued")]
[JsonDerivedType(typeof(CodeUsed), "code-used")]
[JsonDerivedType(typeof(TokenIssued), "token-issued")]
[JsonDerivedType(typeof(TokenEnded), "token-ended")]
[JsonDerivedType(typeof(TokenExpiryMoved), "token-expiry-moved")]
[JsonDerivedType(typeof(ContainerMade), "container-made")]
[JsonDerivedType(typeof(ContainerChanged), "container-changed")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(ReelGraduated), "reel-graduated")]
[JsonDerivedType(typeof(MediaDeleted), "media-deleted")]
[JsonDerivedType(typeof(MediaLiked), "media-liked")]
[JsonDerivedType(typeof(PollVoted), "poll-voted")]
[JsonDerivedType(typeof(AudioWithdrawn), "audio-withdrawn")]
[JsonDerivedType(typeof(CommentsSwitched), "comments-switched")]
[JsonDerivedType(typeof(CommentMade), "comment-made")]
[JsonDerivedType(typeof(CommentHidden), "comment-hidden")]
[JsonDerivedType(typeof(CommentDeleted), "comment-deleted")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(MessageReacted), "message-reacted")]
[JsonDerivedType(typeof(MessageEdited), "message-edited")]
[JsonDerivedType(typeof(MessageDeleted), "message-deleted")]
[JsonDerivedType(typeof(MessageSeen), "message-seen")]
[JsonDerivedType(typeof(ButtonTapped), "button-tapped")]
[JsonDerivedType(typeof(NumbersGiven), "numbers-given")]
[JsonDerivedType(typeof(Subscribed), "subscribed")]
[JsonDerivedType(typeof(Unsubscribed), "unsubscribed")]
[JsonDerivedType(typeof(CallbackSet), "callback-set")]
[JsonDerivedType(typeof(NotificationDelivered), "webhook-delivered")]
[JsonDerivedType(typeof(NotificationDropped), "webhook-dropped")]
public abstract record Effect
{
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(Effect).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    [JsonIgnore] public string Kind => Kinds[GetType()];

    /// <summary>The account whose world changed.</summary>
    [JsonIgnore] public virtual string? About => null;

    /// <summary>Ids of the things touched, by their role ("comment", "parent", "media" ...).</summary>
    [JsonIgnore] public virtual IReadOnlyDictionary<string, string> Subjects => FrozenDictionary<string, string>.Empty;

    /// <summary>Caption, comment or message text.</summary>
    [JsonIgnore] public virtual string? Words => null;

    /// <summary>Everything that was said in the call, for a tester to compare field by field; only where <see cref="Words"/> are not all of it.</summary>
    [JsonIgnore] public virtual object? Detail => null;

    internal abstract void Apply(WorldState state, JournalEntry entry);

    internal static IReadOnlyDictionary<string, string> Roles(params ReadOnlySpan<(string Role, string? Id)> roles)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, id) in roles)
        {
            if (id is not null) all[role] = id;
        }
        return all;
    }
}
