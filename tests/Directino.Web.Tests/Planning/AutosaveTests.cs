using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Access;
using Directino.Web.Planning;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Planning;

public sealed class AutosaveTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_keeps_a_second_after_the_last_change_and_not_before()
    {
        await using var composer = await Composer.Open();
        composer.Type("Saf");
        await composer.Pass(TimeSpan.FromMilliseconds(900));
        composer.Type("Saffron");
        await composer.Pass(TimeSpan.FromMilliseconds(900));
        (await composer.Kept()).ShouldBeNull();
        await composer.Pass(TimeSpan.FromMilliseconds(100));
        (await composer.Kept()).ShouldBe("Saffron");
        composer.Autosave.KeptAt.ShouldBe(composer.Now);
    }

    [Fact]
    public async Task Who_writes_without_a_pause_is_kept_every_five_seconds()
    {
        await using var composer = await Composer.Open();
        for (var i = 1; i <= 10; i++)
        {
            composer.Type(new string('x', i));
            await composer.Pass(TimeSpan.FromMilliseconds(500));
        }

        (await composer.Kept()).ShouldBe(new string('x', 10));
    }

    [Fact]
    public async Task Who_leaves_in_the_middle_of_a_word_is_kept_too()
    {
        await using var composer = await Composer.Open();
        composer.Type("Saffr");
        await composer.Autosave.End();
        (await composer.Kept()).ShouldBe("Saffr");
    }

    [Fact]
    public async Task What_is_saved_is_over_and_what_could_not_be_saved_is_not()
    {
        await using var composer = await Composer.Open();
        composer.Type("Buns");
        await composer.Autosave.Settle(() => Task.FromResult(false));
        await composer.Pass(Autosave.Pause);
        (await composer.Kept()).ShouldBe("Buns");
        composer.Type("Buns!");
        await composer.Autosave.Settle(() => Task.FromResult(true));
        await composer.Pass(Autosave.Longest);
        (await composer.Kept()).ShouldBeNull();
        composer.Autosave.KeptAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_says_no_more_than_the_post_is_not_kept()
    {
        await using var composer = await Composer.Open();
        composer.Type("Buns");
        await composer.Pass(Autosave.Pause);
        composer.Type(null);
        await composer.Pass(Autosave.Pause);
        (await composer.Kept()).ShouldBeNull();
        composer.Autosave.KeptAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_failure_is_said_and_tried_again_until_it_is_kept()
    {
        await using var composer = await Composer.Open();
        await composer.Leave();
        composer.Type("Buns");
        await composer.Pass(Autosave.Pause);
        (composer.Autosave.HasFailed, composer.Autosave.KeptAt).ShouldBe((true, null));
        await composer.Enter();
        await composer.Pass(Autosave.Longest);
        composer.Autosave.HasFailed.ShouldBeFalse();
        (await composer.Kept()).ShouldBe("Buns");
    }

    /// <summary>A composer without a page: what the clock asks for is done when the test passes time.</summary>
    private sealed class Composer : IAsyncDisposable
    {
        private readonly WebStudio _studio;
        private readonly Visitor _visitor;
        private readonly Queue<Func<Task>> _asked = new();
        private string? _caption;

        private Composer(WebStudio studio, Visitor visitor)
        {
            (_studio, _visitor) = (studio, visitor);
            Autosave = studio.Get<Autosave>();
            Autosave.Begin(
                act =>
                {
                    _asked.Enqueue(act);
                    return Task.CompletedTask;
                },
                () => new Writing(_visitor, null, _caption is null ? null : new WrittenText(PostContent.Empty with { Caption = _caption }, null, null), null),
                () => { });
        }

        public Autosave Autosave { get; }

        public DateTimeOffset Now => _studio.Clock.GetUtcNow();

        public static async Task<Composer> Open()
        {
            var studio = await WebStudio.Open();
            var workspace = await studio.OpenWorkspace();
            (await studio.As(Role.Editor, workspace)).Dispose();
            await using var db = studio.Database.Open(workspace);
            var person = await db.Set<Membership>().Select(m => m.PersonId).SingleAsync(Ct);
            return new Composer(studio, new Visitor(person, workspace, Role.Editor));
        }

        public void Type(string? caption)
        {
            _caption = caption;
            Autosave.Note();
        }

        public async Task Pass(TimeSpan time)
        {
            _studio.Clock.Advance(time);
            while (_asked.TryDequeue(out var act))
                await act();
        }

        public async Task<string?> Kept() =>
            (await _studio.Get<WorkingCopies>().Find(_visitor.Workspace, _visitor.Person, null, Ct))?.Copy.Content.Caption;

        /// <summary>Nothing can be kept for who is no member.</summary>
        public async Task Leave()
        {
            await using var db = _studio.Database.Open(_visitor.Workspace);
            db.RemoveRange(await db.Set<Membership>().ToListAsync(Ct));
            await db.SaveChangesAsync(Ct);
        }

        public async Task Enter()
        {
            await using var db = _studio.Database.Open(_visitor.Workspace);
            db.Add(new Membership { WorkspaceId = _visitor.Workspace, PersonId = _visitor.Person, Role = Role.Editor, JoinedAt = Now });
            await db.SaveChangesAsync(Ct);
        }

        public ValueTask DisposeAsync() => _studio.DisposeAsync();
    }
}
