using Directino.Sandbox.Faults;
using Directino.Sandbox.Insights;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Webhooks;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Control;

/// <summary>The routes under <c>/sandbox</c>; the README has the table.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/sandbox").AddEndpointFilter(Explain);
        group.MapThings();
        group.MapActs();
        group.MapTrouble();
        group.MapWebhooks();
    }

    private static void MapThings(this RouteGroupBuilder group)
    {
        group.MapGet("/accounts", (World world) => Show(world.Read(s => s.Accounts.Values.Select(ControlViews.Of).ToList())));
        group.MapPost("/accounts", async (HttpContext http, SandboxControl control) =>
        {
            var request = await ControlJson.Read<AccountRequest>(http);
            return Show(ControlViews.Of(control.MakeAccount(request.Username ?? throw new ActRefused("An account needs a username."), request.Name, request.Shape)));
        });
        group.MapPost("/accounts/{account}", async (HttpContext http, SandboxControl control, string account) =>
        {
            var request = await ControlJson.Read<AccountRequest>(http);
            return Show(ControlViews.Of(control.ChangeAccount(account, a => request.Shape(a) with { Username = request.Username ?? a.Username })));
        });
        group.MapGet("/accounts/{account}/media", (World world, string account) => Show(world.Read(s =>
            s.MediaOf((s.AccountNamed(account) ?? throw new NoSuchThing("account", account)).Id).Select(m => ControlViews.Of(s, m)).ToList())));
        group.MapGet("/accounts/{account}/conversations", (World world, string account) => Show(world.Read(s =>
        {
            var id = (s.AccountNamed(account) ?? throw new NoSuchThing("account", account)).Id;
            return s.Conversations.Values.Where(c => c.AccountId == id).OrderByDescending(c => c.UpdatedAt).Select(c => ControlViews.Of(s, c)).ToList();
        })));
        group.MapGet("/accounts/{account}/conversations/{person}", (World world, string account, string person) => Show(world.Read(s =>
            s.MessagesOf((s.AccountNamed(account) ?? throw new NoSuchThing("account", account)).Id, (s.PersonNamed(person) ?? throw new NoSuchThing("person", person)).Id)
                .Select(ControlViews.Of).ToList())));
        group.MapGet("/media/{media}/comments", (World world, string media) => Show(world.Read(s => s.CommentsOf(media).Select(c => ControlViews.Of(s, c)).ToList())));
        group.MapGet("/people", (World world) => Show(world.Read(s => s.People.Values.Select(p => ControlViews.Of(s, p)).ToList())));
        group.MapPost("/people", async (HttpContext http, SandboxControl control, World world) =>
        {
            var request = await ControlJson.Read<PersonRequest>(http);
            IReadOnlyList<string> Ids(IReadOnlyList<string>? names) => world.Read(s => names?.Select(n => (s.AccountNamed(n) ?? throw new NoSuchThing("account", n)).Id).ToList()) ?? [];
            var person = control.MakePerson(request.Username, request.Name, p => p with
            {
                Followers = request.Followers ?? 0, Verified = request.Verified ?? false, FollowedAccounts = Ids(request.Follows), BlockedAccounts = Ids(request.Blocks),
            });
            return Show(world.Read(s => ControlViews.Of(s, person)));
        });
        group.MapGet("/journal", (World world, long? since, string? kind) => Show(world.Journal(since ?? 0, kind).Select(ControlViews.Of)));
        group.MapPost("/numbers", async (HttpContext http, World world) =>
        {
            var request = await ControlJson.Read<NumbersRequest>(http);
            var account = world.Read(s => s.AccountNamed(request.Account)) ?? throw new NoSuchThing("account", request.Account);
            world.Record(Actors.Control, new NumbersGiven(account.Id, request.Day, request.Numbers));
            return Done();
        });
    }

    private static void MapActs(this RouteGroupBuilder group)
    {
        group.MapPost("/acts/comment", async (HttpContext http, SandboxControl control, World world) =>
        {
            var act = await ControlJson.Read<CommentAct>(http);
            var comment = control.Comment(act.Person, act.Media, act.Text, act.Parent);
            return Show(world.Read(s => ControlViews.Of(s, comment)));
        });
        group.MapPost("/acts/message", async (HttpContext http, SandboxControl control) =>
        {
            var act = await ControlJson.Read<MessageAct>(http);
            return Show(ControlViews.Of(control.Message(act.Person, act.Account, act.Text, new(act.Attachments, act.ReplyTo, act.Story, act.QuickReply))));
        });
        group.MapPost("/acts/reaction", async (HttpContext http, SandboxControl control) =>
        {
            var act = await ControlJson.Read<ReactionAct>(http);
            control.React(act.Message, act.Reaction, act.Emoji);
            return Done();
        });
        group.MapPost("/acts/edit", async (HttpContext http, SandboxControl control) =>
        {
            var act = await ControlJson.Read<MessageTextAct>(http);
            control.Edit(act.Message, act.Text ?? throw new ActRefused("An edit needs a text."));
            return Done();
        });
        group.MapPost("/acts/unsend", async (HttpContext http, SandboxControl control) =>
        {
            control.Unsend((await ControlJson.Read<MessageTextAct>(http)).Message);
            return Done();
        });
        group.MapPost("/acts/seen", async (HttpContext http, SandboxControl control) =>
        {
            control.See((await ControlJson.Read<MessageTextAct>(http)).Message);
            return Done();
        });
        group.MapPost("/acts/tap", async (HttpContext http, SandboxControl control) =>
        {
            var act = await ControlJson.Read<TapAct>(http);
            return Show(new { mid = control.Tap(act.Person, act.Account, act.Title, act.Payload) });
        });
        group.MapPost("/acts/like", async (HttpContext http, SandboxControl control) =>
        {
            var act = await ControlJson.Read<LikeAct>(http);
            control.Like(act.Person, act.Media);
            return Done();
        });
        group.MapPost("/acts/vote", async (HttpContext http, SandboxControl control) =>
        {
            var act = await ControlJson.Read<VoteAct>(http);
            control.Vote(act.Person, act.Media, act.Option);
            return Done();
        });
        group.MapPost("/acts/remove-app", async (HttpContext http, AppRemoval removal) =>
        {
            var act = await ControlJson.Read<RemovalAct>(http);
            return Show(await removal.Remove(act.Account, act.DeleteData ?? false, act.Fault ?? RemovalFault.None, http.RequestAborted));
        });
        group.MapPost("/acts/graduate", async (HttpContext http, SandboxControl control) =>
        {
            control.Graduate((await ControlJson.Read<MediaAct>(http)).Media);
            return Done();
        });
        group.MapPost("/acts/delete-media", async (HttpContext http, SandboxControl control) =>
        {
            control.DeleteMedia((await ControlJson.Read<MediaAct>(http)).Media);
            return Done();
        });
        group.MapPost("/acts/withdraw-audio", async (HttpContext http, SandboxControl control) =>
        {
            control.WithdrawAudio((await ControlJson.Read<AudioAct>(http)).Audio);
            return Done();
        });
        group.MapPost("/containers/{container}/fail", async (HttpContext http, SandboxControl control, string container) =>
        {
            control.FailContainer(container, (await ControlJson.Read<ContainerFailure>(http)).Subcode);
            return Done();
        });
        group.MapPost("/acts/delete-comment", async (HttpContext http, SandboxControl control) =>
        {
            control.DeleteComment((await ControlJson.Read<CommentGoneAct>(http)).Comment);
            return Done();
        });
        group.MapGet("/clock", (World world) => Show(new { now = world.Now, offsetSeconds = world.Read(s => s.ClockOffset.TotalSeconds) }));
        group.MapPost("/clock", async (HttpContext http, SandboxControl control) =>
            Show(new { now = control.MoveClock(TimeSpan.FromSeconds((await ControlJson.Read<ClockRequest>(http)).AdvanceSeconds)) }));
        group.MapGet("/tokens", (World world) => Show(world.Read(s => s.Tokens.Values.Select(t => ControlViews.Of(t, withValue: false)).ToList())));
        group.MapPost("/tokens", async (HttpContext http, SandboxControl control) =>
        {
            var request = await ControlJson.Read<TokenRequest>(http);
            return Show(ControlViews.Of(control.IssueToken(request.Account, request.Host, request.Scopes), withValue: true));
        });
        group.MapPost("/tokens/revoke", async (HttpContext http, SandboxControl control) =>
        {
            var request = await ControlJson.Read<TokenEndRequest>(http);
            return Show(new { ended = control.EndTokens(request.Account, request.Subcode ?? 458) });
        });
        group.MapPost("/tokens/expire", async (HttpContext http, SandboxControl control) =>
            Show(new { expired = control.ExpireTokens((await ControlJson.Read<TokenEndRequest>(http)).Account) }));
    }

    private static void MapTrouble(this RouteGroupBuilder group)
    {
        group.MapGet("/faults", (FaultBoard faults) => Show(faults.Look()));
        group.MapPost("/faults", async (HttpContext http, FaultBoard faults) => Show(new { id = faults.Set(await ControlJson.Read<Fault>(http)) }));
        group.MapDelete("/faults", (FaultBoard faults) =>
        {
            faults.Clear();
            return Done();
        });
        group.MapPost("/faults/release", async (HttpContext http, FaultBoard faults) =>
            Show(new { released = faults.Release(http.Request.ContentLength > 0 ? (await ControlJson.Read<ReleaseRequest>(http)).Id : null) }));
        group.MapPost("/usage", async (HttpContext http, UsageMeter usage, World world) =>
        {
            var request = await ControlJson.Read<UsageRequest>(http);
            if (request.App is { } app) usage.SetApp(app);
            foreach (var (name, percent) in request.Accounts ?? new Dictionary<string, Usage>())
            {
                usage.SetAccount((world.Read(s => s.AccountNamed(name)) ?? throw new NoSuchThing("account", name)).Id, percent);
            }
            return Done();
        });
        group.MapPost("/throttle", async (HttpContext http, UsageMeter usage, World world) =>
        {
            var request = await ControlJson.Read<ThrottleRequest>(http);
            var account = request.Account is { } name ? (world.Read(s => s.AccountNamed(name)) ?? throw new NoSuchThing("account", name)).Id : null;
            usage.StartThrottle(request.Code, account, request.Minutes);
            return Done();
        });
        group.MapDelete("/throttle", (UsageMeter usage) =>
        {
            usage.StopThrottle();
            return Done();
        });
        group.MapPost("/options", async (HttpContext http, IOptions<SandboxOptions> options) =>
        {
            (await ControlJson.Read<OptionsRequest>(http)).ApplyTo(options.Value);
            return Done();
        });
    }

    private static void MapWebhooks(this RouteGroupBuilder group)
    {
        group.MapGet("/webhooks", (WebhookCourier courier, World world) => Show(world.Read(s => new
        {
            callback = s.Callback,
            fields = s.AppFields,
            switches = courier.Switches,
            waiting = s.Outbox.Select(n => new { n.Id, n.Host, n.AccountId, n.Field, n.At }),
            subscriptions = s.Subscriptions.Select(p => new { p.Key.Host, p.Key.Account, fields = p.Value }),
        })));
        group.MapPost("/webhooks/callback", async (HttpContext http, WebhookCallback callback, IOptions<SandboxOptions> options) =>
        {
            var request = await ControlJson.Read<CallbackRequest>(http);
            var refused = await callback.Set(request.Url, request.VerifyToken ?? options.Value.VerifyToken, request.Fields, http.RequestAborted);
            return refused is null ? Done() : throw new ActRefused($"The handshake failed: {refused}.");
        });
        group.MapPost("/webhooks/switches", async (HttpContext http, WebhookCourier courier, WebhookPump pump) =>
        {
            courier.Switches = await ControlJson.Read<WebhookSwitches>(http);
            pump.Wake();
            return Show(courier.Switches);
        });
        group.MapPost("/webhooks/deliver", async (HttpContext http, WebhookCourier courier) => Show(await courier.Deliver(force: true, http.RequestAborted)));
        group.MapPost("/webhooks/hold", (WebhookCourier courier) =>
        {
            courier.Switches = courier.Switches with { Held = true };
            return Done();
        });
        group.MapPost("/webhooks/release", (WebhookCourier courier, WebhookPump pump) =>
        {
            courier.Switches = courier.Switches with { Held = false };
            pump.Wake();
            return Done();
        });
    }

    private static async ValueTask<object?> Explain(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (NoSuchThing e)
        {
            return Results.Json(new { error = e.Message }, ControlJson.Options, statusCode: StatusCodes.Status404NotFound);
        }
        catch (ActRefused e)
        {
            return Results.Json(new { error = e.Message }, ControlJson.Options, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Show(object value) => ControlJson.Answer(value);

    private static IResult Done() => ControlJson.Answer(new { done = true });
}
