using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>
/// The walk over one delivery. Members come in any order, so an item is noted when it is met and becomes an event when its entry is complete;
/// the object's name is known last of all.
/// </summary>
internal sealed class WebhookSplitter(ReadOnlyMemory<byte> body)
{
    private readonly List<WebhookItem> _items = [];
    private int _start;

    public List<WebhookEvent> Events { get; } = [];

    public static WebhookEvent Whole(ReadOnlyMemory<byte> body) => new WebhookItem { From = 0, To = body.Length }.ToEvent(body, "", null);

    public void Run(int deepest)
    {
        var bytes = body;
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        _start = body.Length - bytes.Length;
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = deepest });
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Root(ref reader);
        }
        else
        {
            Root(ref reader);
        }

        // Reads to the end, so that anything after the root shows as malformed.
        while (reader.Read())
        {
        }

        if (Events.Count == 0) Events.Add(Whole(body));
    }

    private void Root(ref Utf8JsonReader reader)
    {
        var first = Events.Count;
        var from = Here(reader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Skip(ref reader, from);
            return;
        }

        string? subject = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("entry"u8))
            {
                reader.Read();
                Entries(ref reader);
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                subject = LooseStringConverter.Text(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (Events.Count == first) Keep(from, End(reader));
        if (subject is null or "instagram") return;

        // Messenger and Page events look alike but belong to no Instagram account.
        for (var i = first; i < Events.Count; i++) Events[i] = Events[i] with { Kind = WebhookKind.Unknown };
    }

    private void Entries(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Entry(ref reader);
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Entry(ref reader);
    }

    private void Entry(ref Utf8JsonReader reader)
    {
        var from = Here(reader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Skip(ref reader, from);
            return;
        }

        _items.Clear();
        string? account = null;
        DateTimeOffset? sent = null;
        var flat = new WebhookItem { From = from };
        var hasFlat = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("id"u8)) account = Id(ref reader);
            else if (reader.ValueTextEquals("time"u8)) sent = LenientText.ParseTime(Id(ref reader));
            else if (reader.ValueTextEquals("messaging"u8)) Items(ref reader, standby: false);
            else if (reader.ValueTextEquals("standby"u8)) Items(ref reader, standby: true);
            else if (reader.ValueTextEquals("changes"u8)) Changes(ref reader);
            else if (reader.ValueTextEquals("field"u8)) flat.Field = Id(ref reader);
            else if (reader.ValueTextEquals("value"u8))
            {
                hasFlat = true;
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject) flat.ReadValue(ref reader);
                else reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        var to = End(reader);
        if (hasFlat || _items.Count == 0)
        {
            flat.To = to;
            _items.Add(flat);
        }

        foreach (var item in _items) Events.Add(item.ToEvent(body, account ?? "", sent));
    }

    private void Items(ref Utf8JsonReader reader, bool standby)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Item(ref reader, standby);
        }
        else
        {
            Item(ref reader, standby);
        }
    }

    private void Item(ref Utf8JsonReader reader, bool standby)
    {
        var item = new WebhookItem { From = Here(reader), Standby = standby };
        if (reader.TokenType == JsonTokenType.StartObject) item.ReadValue(ref reader);
        else reader.Skip();
        item.To = End(reader);
        _items.Add(item);
    }

    private void Changes(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Change(ref reader);
        }
        else
        {
            Change(ref reader);
        }
    }

    private void Change(ref Utf8JsonReader reader)
    {
        var item = new WebhookItem { From = Here(reader) };
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
        }
        else
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.ValueTextEquals("field"u8))
                {
                    item.Field = Id(ref reader);
                    continue;
                }

                var value = reader.ValueTextEquals("value"u8);
                reader.Read();
                if (value && reader.TokenType == JsonTokenType.StartObject) item.ReadValue(ref reader);
                else reader.Skip();
            }
        }

        item.To = End(reader);
        _items.Add(item);
    }

    private void Skip(ref Utf8JsonReader reader, int from)
    {
        reader.Skip();
        Keep(from, End(reader));
    }

    private void Keep(int from, int to) => Events.Add(new WebhookItem { From = from, To = to }.ToEvent(body, "", null));

    private int Here(in Utf8JsonReader reader) => _start + (int)reader.TokenStartIndex;

    private int End(in Utf8JsonReader reader) => _start + (int)reader.BytesConsumed;

    private static string? Id(ref Utf8JsonReader reader)
    {
        reader.Read();
        return LooseStringConverter.Text(ref reader);
    }
}
