using System.Reflection;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Persistence;

public sealed class RoundTripTests
{
    public static TheoryData<Type> IdTypes => [.. typeof(DirectinoContext).Assembly.GetTypes().Where(t =>
        t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)))];

    [Theory]
    [MemberData(nameof(IdTypes))]
    public void A_typed_id_is_written_and_read_as_itself_and_is_never_empty(Type type) =>
        typeof(RoundTripTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);

    [Fact]
    public async Task An_instant_comes_back_in_utc_whatever_offset_it_was_given_with()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var lisbonSummer = new DateTimeOffset(2026, 7, 1, 18, 30, 15, TimeSpan.FromHours(1));
        var id = DueId.New(studio.Clock);
        await using (var db = workspace.Open())
        {
            db.Add(new DueItem { Id = id, WorkspaceId = workspace.Id, Kind = "x", SubjectId = Guid.CreateVersion7(), DueAt = lisbonSummer, Lane = 1 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var again = workspace.Open();
        var read = await again.Set<DueItem>().SingleAsync(d => d.Id == id, TestContext.Current.CancellationToken);
        read.DueAt.ShouldBe(lisbonSummer);
        read.DueAt.Offset.ShouldBe(TimeSpan.Zero);
        (await again.Set<DueItem>().AnyAsync(d => d.DueAt == lisbonSummer, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await again.Set<DueItem>().AnyAsync(d => d.DueAt < lisbonSummer, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task Ids_made_later_sort_later_in_the_database_too()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        List<DueId> made = [];
        await using (var db = workspace.Open())
        {
            for (var i = 0; i < 20; i++)
            {
                studio.Clock.Advance(TimeSpan.FromMilliseconds(3));
                made.Add(DueId.New(studio.Clock));
                db.Add(new DueItem { Id = made[^1], WorkspaceId = workspace.Id, Kind = "x", SubjectId = Guid.CreateVersion7(), DueAt = studio.Clock.GetUtcNow(), Lane = 1 });
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var again = workspace.Open();
        (await again.Set<DueItem>().Where(d => d.Kind == "x").OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(made);
    }

    private static void Check<TId>() where TId : struct, ITypedId<TId>
    {
        var id = TId.New(new FakeTimeProvider());
        id.Value.Version.ShouldBe(7);
        TId.Parse(id.ToString()!, null).ShouldBe(id);
        TId.TryParse(Guid.Empty.ToString(), null, out _).ShouldBeFalse();
        TId.TryParse("not an id", null, out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => TId.Of(Guid.Empty));
    }
}
