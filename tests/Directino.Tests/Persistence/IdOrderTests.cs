using System.Globalization;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Persistence;

public sealed class IdOrderTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Ids_of_one_millisecond_sort_as_they_were_made_even_more_than_the_counter_holds()
    {
        var made = Enumerable.Range(0, 10_000).Select(_ => PostId.New(_clock).Value).ToList();
        made.Select(id => id.ToString()).ShouldBe(made.Select(id => id.ToString()).Order(StringComparer.Ordinal));
        made.Distinct().Count().ShouldBe(10_000);
        made.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
    }

    [Fact]
    public void Ids_tell_the_time_they_were_made()
    {
        TypedId.New<PostId>(_clock).Value.ToString("N")[..12].ShouldBe(_clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture));
        _clock.AdjustTime(_clock.GetUtcNow().AddDays(-1));
        TypedId.New<PostId>(_clock).Value.ToString("N")[..12].ShouldBe(_clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Many_at_once_get_different_ids()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 2_000).Select(_ => PostId.New(_clock)).ToList(), TestContext.Current.CancellationToken)));
        foreach (var of in made)
            of.ShouldBe(of.OrderBy(id => id.Value.ToString(), StringComparer.Ordinal));
        made.SelectMany(of => of).Distinct().Count().ShouldBe(16_000);
    }
}
