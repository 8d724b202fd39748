using System.Net;
using System.Net.Sockets;
using Directino.Instagram.Errors;

namespace Directino.Instagram.Tests.Errors;

public sealed class LostAnswers
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Breaks => ["timeout", "reset", "ended", "cut", "no id", "null id", "empty"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_write_whose_answer_is_lost_has_an_unknown_outcome(string how)
    {
        var meta = Breaking(how);
        await Should.ThrowAsync<OutcomeUnknownException>(() => meta.Client.Comments.Reply(FakeInstagram.Instagram, "1", "Thanks", Cancellation));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_read_whose_answer_is_lost_is_tried_later(string how)
    {
        var meta = Breaking(how);
        await Should.ThrowAsync<TryLaterException>(() => meta.Client.Media.Get(FakeInstagram.Instagram, "1", Cancellation));
    }

    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostNotFound)]
    public async Task A_write_that_never_left_is_tried_later(SocketError socket)
    {
        var meta = new FakeInstagram().Throws(new HttpRequestException("no way", new SocketException((int)socket)));
        await Should.ThrowAsync<TryLaterException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task A_write_without_connection_is_tried_later(HttpRequestError kind)
    {
        var meta = new FakeInstagram().Throws(new HttpRequestException(kind));
        await Should.ThrowAsync<TryLaterException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation));
    }

    [Fact]
    public async Task The_callers_own_cancellation_stays_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var meta = new FakeInstagram().NeverAnswers();
        await Should.ThrowAsync<OperationCanceledException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", stop.Token));
    }

    [Fact]
    public async Task No_exception_of_a_secret_call_tells_the_secret()
    {
        var meta = new FakeInstagram().Throws(new HttpRequestException("GET https://graph.instagram.com/access_token?client_secret=app-secret-1 failed"));

        var error = await Should.ThrowAsync<TryLaterException>(
            () => meta.Client.Login.ExchangeForLongLived(InstagramLogin.Instagram, "short-token", Cancellation));

        error.ToString().ShouldNotContain("app-secret-1");
        error.ToString().ShouldNotContain("short-token");
    }

    [Fact]
    public async Task A_token_that_Meta_repeats_is_taken_out_of_the_message()
    {
        var meta = new FakeInstagram().Fails(190, message: "Malformed access token IGAAtoken");
        var error = await Should.ThrowAsync<LoginNeededException>(() => meta.Client.Accounts.Me(FakeInstagram.Instagram, Cancellation));
        error.ToString().ShouldNotContain("IGAAtoken");
    }

    private static FakeInstagram Breaking(string how)
    {
        var meta = new FakeInstagram();
        return how switch
        {
            "timeout" => meta.NeverAnswers(),
            "reset" => meta.Throws(new HttpRequestException("reset", new SocketException((int)SocketError.ConnectionReset))),
            "ended" => meta.Throws(new HttpRequestException(HttpRequestError.ResponseEnded)),
            "cut" => meta.Answers("""{"id":"1789"""),
            "no id" => meta.Answers("""{"success":true}"""),
            "null id" => meta.Answers("""{"id":null}"""),
            "empty" => meta.Answers("", HttpStatusCode.OK),
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };
    }
}
