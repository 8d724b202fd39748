using System.Text;
using CsCheck;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Tests.Webhooks;

public sealed class SplittingProperties
{
    private static readonly Gen<string> Item = AnyOf(
        """{"sender":{"id":"1234500000000001"},"recipient":{"id":"1"},"timestamp":1772649999876,"message":{"mid":"m","text":"\ud83d\udc4b"}}""",
        """{"sender":{"id":1234500000000001},"message":{"mid":"m","is_echo":true}}""",
        """{"timestamp":"1","message_edit":{"mid":"m","num_edit":0}}""",
        """{"reaction":{"mid":"m","action":"unreact"}}""",
        """{"read":{"mid":"m"}}""",
        """{"unheard":{"of":[1,2,{"three":null}]}}""",
        "{}", "null", "[1]");

    private static readonly Gen<string> Change = AnyOf(
        """{"field":"comments","value":{"id":"11","text":"a","media":{"id":"18"}}}""",
        """{"value":{"comment_id":12,"parent_id":"11"},"field":"comments"}""",
        """{"field":"mentions","value":{"media_id":"18"}}""",
        """{"field":"invented","value":[1]}""",
        "{}");

    private static readonly Gen<string> Entry = Gen.Select(
        Gen.Int[1, 9], Gen.Bool, Item.Array[1, 5], Change.Array[1, 5],
        (id, messaging, items, changes) => messaging
            ? $$"""{"messaging":[{{string.Join(',', items)}}],"id":"{{id}}","time":1772650000123}"""
            : $$"""{"id":{{id}},"time":1772650000,"changes":[{{string.Join(" , ", changes)}}]}""");

    private static readonly Gen<byte> Likely = Gen.OneOf(
        AnyOf(Encoding.ASCII.GetBytes("{}[]\",:\\u0d83truefalsenull ")), Gen.Byte);

    [Fact]
    public void No_bytes_make_it_throw() => Gen.OneOf(Gen.Byte.Array[0, 200], Likely.Array[0, 200]).Sample(Survives, iter: 20_000);

    [Fact]
    public void No_damage_to_a_delivery_makes_it_throw() =>
        Gen.Select(Entry.Array[1, 4], Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[0, 4]).Sample(
            (entries, damage) =>
            {
                var body = Body(entries);
                foreach (var (at, value) in damage) body[at % body.Length] = value;
                Survives(body);
            },
            iter: 20_000);

    [Fact]
    public void A_batch_splits_into_what_its_entries_split_into() => Entry.Array[1, 6].Sample(
        entries => Describe(WebhookBody.Split(Body(entries))).SequenceEqual(
            entries.SelectMany(entry => Describe(WebhookBody.Split(Body([entry]))))),
        iter: 5_000);

    [Fact]
    public void An_array_of_bodies_splits_into_what_the_bodies_split_into() => Entry.Array[1, 6].Sample(
        entries =>
        {
            var array = Encoding.UTF8.GetBytes($"[{string.Join(',', entries.Select(entry => Encoding.UTF8.GetString(Body([entry]))))}]");
            return Describe(WebhookBody.Split(array)).SequenceEqual(Describe(WebhookBody.Split(Body(entries))));
        },
        iter: 5_000);

    private static Gen<T> AnyOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private static void Survives(byte[] body)
    {
        var batch = WebhookBody.Split(body);
        batch.Events.Count.ShouldBeGreaterThan(body.Length == 0 ? -1 : 0);
        foreach (var item in batch.Events)
        {
            item.Key.Length.ShouldBeInRange(1, 256);
            item.Key.ShouldNotContain('\0');
            _ = WebhookMessage.Read(item.Payload);
            _ = WebhookComment.Read(item.Payload);
        }
    }

    private static byte[] Body(string[] entries) => Encoding.UTF8.GetBytes($$"""{"object":"instagram","entry":[{{string.Join(',', entries)}}]}""");

    private static IEnumerable<string> Describe(WebhookBatch batch) => batch.Events.Select(
        item => $"{item.AccountId} {item.Kind} {item.Key} {item.Conversation} {item.Time:O} {Encoding.UTF8.GetString(item.Payload.Span)}");
}
