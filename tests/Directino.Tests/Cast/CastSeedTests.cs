using System.Diagnostics;
using System.Text.Json;
using Directino.Sandbox;
using Directino.Sandbox.Cast;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Cast;

public sealed class CastSeedTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(CastHost.Anchor.UtcDateTime);

    [Fact]
    public void There_are_two_pages_of_two_kinds_and_more_than_a_dozen_people()
    {
        var world = Plant();
        world.Accounts.Values.Select(a => a.AccountType).ShouldBe(["BUSINESS", "MEDIA_CREATOR"]);
        world.People.Count.ShouldBeGreaterThanOrEqualTo(14);
        world.People.Values.ShouldAllBe(p => p.PictureFile != null && p.Name != null);
        world.Comments.Values.ShouldContain(c => c.PersonId == "maryam.ahmadi" && c.Text.Contains('ق'));
    }

    [Fact]
    public void Each_page_has_posted_three_or_four_times_a_week_for_ninety_days()
    {
        var world = Plant();
        foreach (var account in world.Accounts.Keys)
        {
            var posts = world.MediaOf(account).ToList();
            posts.Count.ShouldBeInRange(38, 52);
            posts[0].Timestamp.ShouldBeInRange(CastHost.Anchor.AddDays(-2), CastHost.Anchor);
            posts[^1].Timestamp.ShouldBeInRange(CastHost.Anchor.AddDays(-92), CastHost.Anchor.AddDays(-84));
            posts.ShouldAllBe(p => !string.IsNullOrWhiteSpace(p.Caption) && p.Caption!.Length <= 2200 && p.Likes > 0);
        }
    }

    [Fact]
    public void Nothing_that_is_planted_lies_in_the_future_or_before_its_cause()
    {
        var world = Plant();
        world.Comments.Values.ShouldAllBe(c => c.Timestamp <= CastHost.Anchor && c.Timestamp > world.Media[c.MediaId].Timestamp);
        world.Comments.Values.Where(c => c.ParentId is not null).ShouldAllBe(c => c.Timestamp > world.Comments[c.ParentId!].Timestamp);
        world.Messages.Values.ShouldAllBe(m => m.Timestamp <= CastHost.Anchor);
        foreach (var conversation in world.Conversations.Values)
        {
            conversation.Mids.Select(m => world.Messages[m].Timestamp).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Some_conversations_are_answered_and_some_wait()
    {
        var world = Plant();
        foreach (var account in world.Accounts.Keys)
        {
            var last = world.Conversations.Values.Where(c => c.AccountId == account).Select(c => world.Messages[c.Mids[^1]].FromAccount).ToList();
            last.ShouldContain(true);
            last.ShouldContain(false);
        }
    }

    [Fact]
    public void The_numbers_have_a_week_a_spike_and_a_gap()
    {
        var world = Plant();
        foreach (var account in world.Accounts.Values)
        {
            var days = Enumerable.Range(1, 90).Select(ago => Numbers(world, account.Id, Today.AddDays(-ago))).ToList();
            var reach = days.Select(d => d.Reach!.Value).Order().ToList();
            reach.ShouldAllBe(r => r > 0);
            reach[^1].ShouldBeGreaterThan(reach[45] * 4);
            days.ShouldContain(d => d.Saves == null);
            days.Sum(d => d.Follows!.Value - d.Unfollows!.Value).ShouldBeGreaterThan(0);
            Numbers(world, account.Id, Today.AddDays(40)).Reach.ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_same_anchor_plants_the_same_world() => Everything(Plant()).ShouldBe(Everything(Plant()));

    [Fact]
    public void Planting_is_cheap()
    {
        Plant();
        var started = Stopwatch.GetTimestamp();
        Plant();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Switched_off_it_plants_nobody() => Plant(new SandboxOptions { Cast = false }).People.ShouldBeEmpty();

    private static WorldState Plant(SandboxOptions? options = null)
    {
        var world = new WorldState();
        new CastSeed(Options.Create(options ?? new SandboxOptions())).Plant(new WorldBuilder(world, new PictureStore(), CastHost.Anchor));
        return world;
    }

    private static DailyNumbers Numbers(WorldState world, string account, DateOnly day) =>
        world.Numbers.GetValueOrDefault((account, day)) ?? world.NumberRules[account](day)!;

    private static string Everything(WorldState world) => JsonSerializer.Serialize(new
    {
        world.Accounts,
        world.People,
        world.Media,
        world.Comments,
        world.Messages,
        Days = world.Accounts.Keys.SelectMany(a => Enumerable.Range(-120, 240).Select(d => Numbers(world, a, Today.AddDays(d)))),
    });
}
