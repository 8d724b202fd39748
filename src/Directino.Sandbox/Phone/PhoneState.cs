using Directino.Sandbox.Accounts;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Phone;

/// <summary>Who looks at which page, and where on the phone they are. All of it is in the address.</summary>
internal sealed record PhoneState(Person As, SandboxAccount Page, string? PostId, bool Messages, PhoneWords Words, string Root, bool LanguageAsked)
{
    /// <summary>Null when the world has nobody to be, or no page to look at.</summary>
    public static PhoneState? Of(HttpRequest request, WorldState world, PhoneWords words)
    {
        var person = world.PersonNamed(request.Query["as"].ToString()) ?? world.People.Values.FirstOrDefault();
        var page = world.AccountNamed(request.Query["page"].ToString()) ?? world.Accounts.Values.FirstOrDefault();
        if (person is null || page is null) return null;
        var post = request.Query["post"].ToString() is { Length: > 0 } id ? id : null;
        return new(person, page, post, request.Query["view"] == "messages", words, request.PathBase, request.Query.ContainsKey("lang"));
    }

    public string Profile => Address(null, messages: false);
    public string MessagesView => Address(PostId, messages: true);
    public string Post(string id) => Address(id, messages: false);
    public string Here => Address(PostId, Messages);

    /// <summary>Where Back leads: from the messages to the post they were opened from, else to the profile.</summary>
    public string Back => Messages && PostId is not null ? Post(PostId) : Profile;

    public string Do(string act) => $"{Root}/phone/{act}{Query(PostId, Messages)}";
    public string File(string key) => $"{Root}/sandbox/files/{Uri.EscapeDataString(key)}";

    private string Address(string? post, bool messages) => $"{Root}/phone{Query(post, messages)}";

    private string Query(string? post, bool messages) =>
        $"?as={Uri.EscapeDataString(As.Username)}&page={Uri.EscapeDataString(Page.Username)}"
        + (post is null ? "" : $"&post={Uri.EscapeDataString(post)}") + (messages ? "&view=messages" : "") + (LanguageAsked ? $"&lang={Words.Language}" : "");
}
