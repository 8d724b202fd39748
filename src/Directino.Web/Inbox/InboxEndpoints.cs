using Directino.Accounts;
using Directino.Inbox;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Inbox;

/// <summary>Conversations, messages and comments for programs. What is written here waits at the same gate as what a member types.</summary>
internal static class InboxEndpoints
{
    private const int LargestPage = 100;

    public static IEndpointRouteBuilder MapInbox(this IEndpointRouteBuilder api)
    {
        var see = nameof(Permission.SeeInbox);
        var answer = nameof(Permission.Answer);
        var conversations = api.MapGroup("/conversations").WithTags("Inbox");
        conversations.MapGet("/", List).RequireAuthorization(see).WithName("ListConversations").WithSummary("Conversations, newest first, a page at a time.");
        conversations.MapGet("/{id}", Get).RequireAuthorization(see).WithName("GetConversation").WithSummary("One conversation and what may be done in it now.");
        conversations.MapGet("/{id}/messages", Messages).RequireAuthorization(see).WithName("ListMessages").WithSummary("Messages or comments of a conversation, newest first, a page at a time.");
        conversations.MapPost("/{id}/messages", Send).RequireAuthorization(answer).WithName("SendMessage").WithSummary("Sends a message; what became of it shows in its state.");
        var comments = api.MapGroup("/comments").WithTags("Inbox");
        comments.MapGet("/", Comments).RequireAuthorization(see).WithName("ListComments").WithSummary("Comments, newest first, a page at a time.");
        comments.MapPost("/{id}/replies", Reply).RequireAuthorization(answer).WithName("ReplyToComment").WithSummary("Answers a comment in public.");
        comments.MapPost("/{id}/private-reply", ReplyInPrivate).RequireAuthorization(answer).WithName("ReplyInPrivate").WithSummary("Sends the one private message a comment allows.");
        return api;
    }

    private static async Task<Ok<ConversationsAnswer>> List(
        CurrentVisitor visitors, Database database, CancellationToken ct,
        InboxFilter filter = InboxFilter.All, AccountId? account = null, string? after = null, int take = 50)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        var page = await InboxList.Read(db, filter, account, after, Math.Clamp(take, 1, LargestPage), ct);
        return TypedResults.Ok(new ConversationsAnswer([.. page.Lines.Select(ConversationAnswer.Of)], page.Next));
    }

    private static async Task<Results<Ok<ThreadAnswer>, NotFound>> Get(
        ConversationId id, CurrentVisitor visitors, Database database, ThreadQuery threads, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await threads.Read(db, id, 1, ct) is { } thread ? TypedResults.Ok(ThreadAnswer.Of(thread)) : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<EntriesAnswer>, NotFound>> Messages(
        ConversationId id, CurrentVisitor visitors, Database database, CancellationToken ct, string? after = null, int take = 50)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await EntryList.Of(db, id, after, Math.Clamp(take, 1, LargestPage), ct) is { } page
            ? TypedResults.Ok(EntriesAnswer.Of(page))
            : TypedResults.NotFound();
    }

    private static async Task<Results<Created<EntryAnswer>, NotFound, ValidationProblem>> Send(
        ConversationId id, TextRequest request, CurrentVisitor visitors, Database database, Answers answers, CancellationToken ct)
    {
        if (request.Problem() is { } problem)
            return problem;
        var visitor = await visitors.Get(ct);
        await using var db = database.Open(visitor.Workspace);
        if (await db.Set<Conversation>().FirstOrDefaultAsync(c => c.Id == id && c.Kind == ConversationKind.Messages, ct) is not { } conversation)
            return TypedResults.NotFound();
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == conversation.AccountId, ct);
        var row = await answers.Send(db, account, conversation, request.Said, Cause.Member(visitor.Person, visitor.Key?.Name), ct: ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/conversations/{id}/messages", EntryAnswer.Of(row!));
    }

    private static async Task<Ok<EntriesAnswer>> Comments(
        CurrentVisitor visitors, Database database, CancellationToken ct, AccountId? account = null, string? after = null, int take = 50)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return TypedResults.Ok(EntriesAnswer.Of(await EntryList.Comments(db, account, after, Math.Clamp(take, 1, LargestPage), ct)));
    }

    private static async Task<Results<Created<EntryAnswer>, NotFound, ValidationProblem>> Reply(
        CommentId id, TextRequest request, CurrentVisitor visitors, Database database, Answers answers, CancellationToken ct)
    {
        if (request.Problem() is { } problem)
            return problem;
        var visitor = await visitors.Get(ct);
        await using var db = database.Open(visitor.Workspace);
        if (await db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == id && c.InstagramId != null, ct) is not { } comment)
            return TypedResults.NotFound();
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == comment.AccountId, ct);
        var row = await answers.Reply(db, account, comment, request.Said, Cause.Member(visitor.Person, visitor.Key?.Name), ct: ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/conversations/{comment.ConversationId}/messages", EntryAnswer.Of(row!));
    }

    private static async Task<Results<Created<EntryAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> ReplyInPrivate(
        CommentId id, TextRequest request, CurrentVisitor visitors, Database database, Answers answers, CancellationToken ct)
    {
        if (request.Problem() is { } problem)
            return problem;
        var visitor = await visitors.Get(ct);
        await using var db = database.Open(visitor.Workspace);
        if (await db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == id && c.InstagramId != null, ct) is not { } comment)
            return TypedResults.NotFound();
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == comment.AccountId, ct);
        if (await answers.ReplyInPrivate(db, account, comment, request.Said, Cause.Member(visitor.Person, visitor.Key?.Name), ct) is not { } row)
            return TypedResults.Problem("A comment allows one private reply, and this one has had it or nobody to send it to.", title: InboxRules.PrivateReplyUsed, statusCode: 409);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/conversations/{row.ConversationId}/messages", EntryAnswer.Of(row));
    }
}
