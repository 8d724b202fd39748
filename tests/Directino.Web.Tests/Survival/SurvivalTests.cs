using Directino.Automation;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Survival;

/// <summary>The real program is killed at the worst moments and started again; the sandbox's journal says how often it really happened.</summary>
public abstract class SurvivalTests(bool onPostgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Moment> Moments() => [.. Enum.GetValues<Moment>()];

    /// <summary>One installation lives through three deaths: while a post is published, while a comment is answered in public, and in private.</summary>
    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Everything_happens_once_whenever_the_program_dies(Moment moment)
    {
        await using var product = await ProductProcess.Prepare(onPostgres, Ct);
        await product.Use(services => PublishNow(product, services));
        await product.Use(services => AddWorkflow(product, services));
        await product.Instagram.SetFault("media_publish", Kind(moment), Ct);
        var program = await product.Start(Ct);
        program = await Die(product, program, moment, next: "replies");
        await Ended(product, "publish-media");
        await AskForThePrice(product);
        program = await Die(product, program, moment, next: "messages");
        // At once: the private answer may already stand in its moment while the public one is still being looked for.
        await Die(product, program, moment, next: null);
        await Ended(product, "reply-to-comment");
        await Ended(product, "private-reply");
        await Once(product, "published");
        await Once(product, "comment-made");
        await Once(product, "message-sent");
    }

    private static string Kind(Moment moment) => moment switch
    {
        Moment.BeforeTheCall => "pause-before",
        Moment.AfterInstagramDidIt or Moment.AfterTheAnswer => "pause-after",
        Moment.AnswerLost => "answer-lost",
    };

    /// <summary>
    /// Waits until the program stands in the moment, kills it there and starts it again, with the next call already in trouble. A lost answer kills
    /// nothing: the program must find out by itself.
    /// </summary>
    private static async Task<RealProcess> Die(ProductProcess product, RealProcess program, Moment moment, string? next)
    {
        if (moment != Moment.AnswerLost)
            await product.Instagram.Paused(product.Tell, Ct);
        if (next is not null)
            await product.Instagram.SetFault(next, Kind(moment), Ct);
        if (moment == Moment.AnswerLost)
            return program;
        if (moment == Moment.AfterTheAnswer)
        {
            // The answer arrives, but what it says cannot be committed.
            await using var block = await product.BlockCommits(Ct);
            await product.Instagram.Release(Ct);
            await Eventually.Pause(Ct);
            await Eventually.Pause(Ct);
            await program.Kill();
        }
        else
        {
            await program.Kill();
            await product.Instagram.Release(Ct);
        }

        return await product.Start(Ct);
    }

    private static async Task Once(ProductProcess product, string effect) =>
        (await product.Instagram.CountEffects(effect, Ct)).ShouldBe(1, $"{effect}\n{await product.Tell()}");

    private static Task<Act> Ended(ProductProcess product, string kind) => Eventually.Get(
        () => product.Ask(db => db.Set<Act>().IgnoreQueryFilters().FirstOrDefaultAsync(a => a.Kind == kind && a.State == ActState.Done, Ct)),
        $"{kind} is done", Ct, product.Tell);

    private static async Task PublishNow(ProductProcess product, IServiceProvider services)
    {
        await using var picture = new MemoryStream(Pictures.Plain());
        var upload = await services.GetRequiredService<MediaLibrary>().Add(product.Workspace, product.Owner, "loaf.jpg", picture, Ct);
        var item = upload.ShouldBeOfType<UploadOutcome.Added>().Item;
        var planner = services.GetRequiredService<Planner>();
        var draft = await planner.Draft(product.Workspace, product.Owner, PostContent.OnePicture(product.Account.Id, item.Id, "Once and only once", null), null, Ct);
        var post = draft.ShouldBeOfType<PlanOutcome.Done>().Post;
        (await planner.PublishNow(product.Workspace, post.Id, product.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
    }

    internal static async Task AddWorkflow(ProductProcess product, IServiceProvider services)
    {
        var book = services.GetRequiredService<WorkflowBook>();
        await using var db = services.GetRequiredService<Database>().Open(product.Workspace);
        var workflow = await book.Add(db, PriceWorkflow(product), product.Owner, Ct);
        await db.SaveChangesAsync(Ct);
        await book.Switch(db, workflow.ShouldNotBeNull().Id, on: true, Ct);
        await db.SaveChangesAsync(Ct);
    }

    internal static WorkflowDraft PriceWorkflow(ProductProcess product) => new()
    {
        AccountId = product.Account.Id, Name = "Price", Keywords = ["price"], PublicTexts = ["We wrote to you!"], PrivateText = "It is 4 euros.",
        Disclosure = "This is an automated answer.",
    };

    private static async Task AskForThePrice(ProductProcess product) =>
        await product.Instagram.Comment("ana.reyes", await product.Instagram.NewestMedia("nora.bakes", Ct), "PRICE?", Ct);
}

/// <summary>When the program dies, or what is lost on the way.</summary>
public enum Moment
{
    BeforeTheCall,
    AfterInstagramDidIt,
    AfterTheAnswer,
    AnswerLost,
}
