using Directino.Accounts;
using Directino.Accounts.Keys;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Accounts.Keys;

public sealed class KeyBookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_opens_for_its_member_until_it_is_revoked_and_its_secret_is_nowhere()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<KeyBook>();
        var made = await Make(shop, Role.Editor, 90);
        KeyBook.LooksLikeOne(made.Secret).ShouldBeTrue();
        (await book.Open(made.Secret, Ct)).ShouldBe(new KeyHolder(made.Id, "Till", Role.Editor, shop.Owner, shop.Id));
        await using (var db = shop.Open())
        {
            var row = await db.Set<ApiKey>().SingleAsync(Ct);
            (row.SecretHash, row.Beginning).ShouldBe((Secret.Hash(made.Secret), made.Secret[..9]));
        }

        (await book.Open(made.Secret[..^1] + (made.Secret[^1] == 'A' ? 'B' : 'A'), Ct)).ShouldBeNull();
        (await book.Open("", Ct)).ShouldBeNull();
        (await book.Revoke(shop.Id, null, made.Id, Ct)).ShouldBeTrue();
        (await book.Open(made.Secret, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task It_ends_at_its_end_to_the_instant()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (month, ever) = (await Make(shop, Role.Viewer, 30), await Make(shop, Role.Viewer, null));
        studio.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await studio.Get<KeyBook>().Open(month.Secret, Ct)).ShouldNotBeNull();
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        (await studio.Get<KeyBook>().Open(month.Secret, Ct)).ShouldBeNull();
        (await studio.Get<KeyBook>().All(shop.Id, null, Ct)).Single(k => k.Id == month.Id).HasEnded.ShouldBeTrue();
        studio.Clock.Advance(TimeSpan.FromDays(4_000));
        (await studio.Get<KeyBook>().Open(ever.Secret, Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_ends_with_the_membership()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var made = await Make(shop, Role.Owner, 90);
        await using var db = shop.Open();
        await db.Set<Membership>().Where(m => m.PersonId == shop.Owner).ExecuteDeleteAsync(Ct);
        (await studio.Get<KeyBook>().Open(made.Secret, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Its_use_is_kept_to_the_hour()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<KeyBook>();
        var made = await Make(shop, Role.Viewer, 90);
        (await Used()).ShouldBeNull();
        var first = studio.Clock.GetUtcNow();
        await book.Open(made.Secret, Ct);
        studio.Clock.Advance(TimeSpan.FromMinutes(59));
        await book.Open(made.Secret, Ct);
        (await Used()).ShouldBe(first);
        studio.Clock.Advance(TimeSpan.FromMinutes(1));
        await book.Open(made.Secret, Ct);
        (await Used()).ShouldBe(first.AddHours(1));
        async Task<DateTimeOffset?> Used() => (await book.All(shop.Id, shop.Owner, Ct)).Single().UsedAt;
    }

    [Fact]
    public async Task Nobody_sees_or_revokes_what_is_not_theirs()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var book = studio.Get<KeyBook>();
        var made = await Make(shop, Role.Viewer, 90);
        (await book.All(shop.Id, other.Owner, Ct)).ShouldBeEmpty();
        (await book.All(other.Id, null, Ct)).ShouldBeEmpty();
        (await book.Revoke(shop.Id, other.Owner, made.Id, Ct)).ShouldBeFalse();
        (await book.Revoke(other.Id, null, made.Id, Ct)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.Admin, "Till", Role.Owner, 90, KeyFlaw.Role)]
    [InlineData(Role.Agent, "Till", Role.Analyst, 90, KeyFlaw.Role)]
    [InlineData(Role.Owner, " ", Role.Viewer, 90, KeyFlaw.Name)]
    [InlineData(Role.Owner, "Till", Role.Viewer, 91, KeyFlaw.Days)]
    public async Task What_can_not_be_made_says_why(Role own, string name, Role role, int days, KeyFlaw flaw)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        (await studio.Get<KeyBook>().Make(shop.Id, shop.Owner, own, name, role, days, Ct)).ShouldBe(new KeyOutcome.Refused(flaw));
    }

    [Fact]
    public async Task A_member_has_at_most_twenty()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        for (var i = 0; i < KeyBook.Most; i++)
            await Make(shop, Role.Viewer, 30);
        (await studio.Get<KeyBook>().Make(shop.Id, shop.Owner, Role.Owner, "Till", Role.Viewer, 30, Ct)).ShouldBe(new KeyOutcome.Refused(KeyFlaw.TooMany));
    }

    private static async Task<KeyOutcome.Made> Make(TestWorkspace shop, Role role, int? days) =>
        (await shop.Studio.Get<KeyBook>().Make(shop.Id, shop.Owner, Role.Owner, " Till ", role, days, Ct)).ShouldBeOfType<KeyOutcome.Made>();
}
