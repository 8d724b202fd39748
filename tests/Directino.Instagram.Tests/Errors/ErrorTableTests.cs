using System.Net;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Errors;

public sealed class ErrorTableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-2, 2207003, typeof(TryLaterException))]
    [InlineData(-2, 2207020, typeof(ContainerGoneException))]
    [InlineData(-1, 2207032, typeof(TryLaterException))]
    [InlineData(-1, 2207053, typeof(ContainerGoneException))]
    [InlineData(-1, 2207073, typeof(InvalidRequestException))]
    [InlineData(-1, 2207001, typeof(OutcomeUnknownException))]
    [InlineData(1, null, typeof(OutcomeUnknownException))]
    [InlineData(1, 2207057, typeof(InvalidRequestException))]
    [InlineData(1, 1357046, typeof(OutcomeUnknownException))]
    [InlineData(2, null, typeof(OutcomeUnknownException))]
    [InlineData(3, null, typeof(PermissionMissingException))]
    [InlineData(4, null, typeof(RateLimitedException))]
    [InlineData(4, 2207051, typeof(ActionBlockedException))]
    [InlineData(9, 2207042, typeof(PublishingLimitException))]
    [InlineData(10, null, typeof(PermissionMissingException))]
    [InlineData(10, 2534022, typeof(OutsideWindowException))]
    [InlineData(10, 9053, typeof(PermissionMissingException))]
    [InlineData(10, 2018278, typeof(OutsideWindowException))]
    [InlineData(10, 1893063, typeof(ActionBlockedException))]
    [InlineData(10, 2018108, typeof(PersonUnavailableException))]
    [InlineData(17, null, typeof(RateLimitedException))]
    [InlineData(24, 2207006, typeof(ContainerGoneException))]
    [InlineData(24, 2207008, typeof(ContainerGoneException))]
    [InlineData(25, 2207050, typeof(AccountRestrictedException))]
    [InlineData(32, null, typeof(RateLimitedException))]
    [InlineData(100, null, typeof(InvalidRequestException))]
    [InlineData(100, 33, typeof(ObjectGoneException))]
    [InlineData(100, 9050, typeof(InvalidRequestException))]
    [InlineData(100, 9058, typeof(InvalidRequestException))]
    [InlineData(100, 9064, typeof(InvalidRequestException))]
    [InlineData(100, 2207023, typeof(InvalidRequestException))]
    [InlineData(100, 2207028, typeof(InvalidRequestException))]
    [InlineData(100, 2207035, typeof(InvalidRequestException))]
    [InlineData(100, 2207036, typeof(InvalidRequestException))]
    [InlineData(100, 2207037, typeof(InvalidRequestException))]
    [InlineData(100, 2207040, typeof(InvalidRequestException))]
    [InlineData(100, 2534014, typeof(PersonUnavailableException))]
    [InlineData(100, 2534025, typeof(PrivateReplyUsedException))]
    [InlineData(100, 2534029, typeof(ActionBlockedException))]
    [InlineData(102, null, typeof(LoginNeededException))]
    [InlineData(190, null, typeof(LoginNeededException))]
    [InlineData(190, 463, typeof(LoginNeededException))]
    [InlineData(190, 459, typeof(AccountRestrictedException))]
    [InlineData(200, null, typeof(PermissionMissingException))]
    [InlineData(200, 2534041, typeof(PermissionMissingException))]
    [InlineData(200, 1545041, typeof(PersonUnavailableException))]
    [InlineData(230, null, typeof(PersonUnavailableException))]
    [InlineData(299, null, typeof(PermissionMissingException))]
    [InlineData(341, null, typeof(RateLimitedException))]
    [InlineData(352, 2207026, typeof(MediaRefusedException))]
    [InlineData(368, null, typeof(ActionBlockedException))]
    [InlineData(551, null, typeof(PersonUnavailableException))]
    [InlineData(613, 2534040, typeof(RateLimitedException))]
    [InlineData(803, null, typeof(ObjectGoneException))]
    [InlineData(9004, 2207052, typeof(MediaRefusedException))]
    [InlineData(9007, 2207027, typeof(ContainerNotReadyException))]
    [InlineData(36000, 2207004, typeof(MediaRefusedException))]
    [InlineData(36001, 2207005, typeof(MediaRefusedException))]
    [InlineData(36003, 2207009, typeof(MediaRefusedException))]
    [InlineData(36004, 2207010, typeof(MediaRefusedException))]
    [InlineData(80002, null, typeof(RateLimitedException))]
    [InlineData(9000001, null, typeof(ObjectGoneException))]
    [InlineData(77777, null, typeof(InvalidRequestException))]
    public async Task A_code_of_a_write_becomes_what_the_caller_can_do(int code, int? subcode, Type expected)
    {
        var meta = new FakeInstagram().Fails(code, subcode);

        var error = await Should.ThrowAsync<InstagramException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation));

        error.ShouldBeOfType(expected);
        error.Code.ShouldBe(code);
        error.Subcode.ShouldBe(subcode);
        error.TraceId.ShouldBe("Abc");
    }

    [Theory]
    [InlineData(PublishingWords.Location, typeof(InvalidRequestException))]
    [InlineData(PublishingWords.Sponsor, typeof(InvalidRequestException))]
    [InlineData(PublishingWords.NotEligible, typeof(PermissionMissingException))]
    public async Task A_word_in_the_message_counts_where_there_is_no_subcode(string word, Type expected)
    {
        var meta = new FakeInstagram().Fails(100, message: $"(#100) {word}");
        (await Should.ThrowAsync<InstagramException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation))).ShouldBeOfType(expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Vague_trouble_of_a_read_is_simply_tried_later(int code)
    {
        var meta = new FakeInstagram().Fails(code);
        await Should.ThrowAsync<TryLaterException>(() => meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation));
    }

    [Fact]
    public async Task The_code_counts_more_than_the_status()
    {
        var meta = new FakeInstagram().Fails(613, status: HttpStatusCode.InternalServerError);
        await Should.ThrowAsync<RateLimitedException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation));
    }

    [Fact]
    public async Task An_error_object_with_status_200_is_still_an_error()
    {
        var meta = new FakeInstagram().Fails(190, 460, HttpStatusCode.OK);
        await Should.ThrowAsync<LoginNeededException>(() => meta.Client.Accounts.Me(FakeInstagram.Instagram, Cancellation));
    }

    [Fact]
    public async Task The_words_for_the_person_are_kept()
    {
        var meta = new FakeInstagram().Answers(
            """{"error":{"message":"Too large","type":"OAuthException","code":"36000","error_subcode":"2207004","is_transient":false,"error_user_title":"عنوان","error_user_msg":"تصویر بزرگ است","fbtrace_id":"T1"}}""",
            HttpStatusCode.BadRequest);

        var error = await Should.ThrowAsync<MediaRefusedException>(
            () => meta.Client.Publishing.CreateContainer(FakeInstagram.Instagram, new ImageContainer { ImageUrl = new Uri("https://x.example/a.jpg") }, Cancellation));

        error.Reason.ShouldBe(MediaRefusal.TooLarge);
        error.UserTitle.ShouldBe("عنوان");
        error.UserMessage.ShouldBe("تصویر بزرگ است");
        error.HttpStatus.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_used_code_means_a_new_login()
    {
        var meta = new FakeInstagram().Answers(
            """{"error_type":"OAuthException","code":400,"error_message":"Matching code was not found or was already used"}""", HttpStatusCode.BadRequest);

        var error = await Should.ThrowAsync<LoginNeededException>(
            () => meta.Client.Login.ExchangeCode(InstagramLogin.Instagram, "used", new Uri("https://app.example/"), Cancellation));
        error.Message.ShouldContain("already used");
    }

    [Fact]
    public async Task The_upload_host_speaks_in_its_own_shape()
    {
        var meta = new FakeInstagram().Answers(
            """{"debug_info":{"retriable":true,"type":"ProcessingFailedError","message":"{\"success\":false}"}}""", HttpStatusCode.BadRequest);
        var error = await Should.ThrowAsync<OutcomeUnknownException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation));
        error.Fault.Type.ShouldBe("ProcessingFailedError");
    }

    [Theory]
    [InlineData("<html><body>502 Bad Gateway</body></html>", 502)]
    [InlineData("", 503)]
    [InlineData("<html>Not found</html>", 404)]
    [InlineData("<html>Blocked</html>", 403)]
    [InlineData("[]", 500)]
    [InlineData("{\"error\":\"text\"}", 500)]
    public async Task A_gateway_page_leaves_a_write_open_and_a_read_for_later(string page, int status)
    {
        var meta = new FakeInstagram().Answers(page, (HttpStatusCode)status).Answers(page, (HttpStatusCode)status);
        await Should.ThrowAsync<OutcomeUnknownException>(() => meta.Client.Publishing.Publish(FakeInstagram.Instagram, "1", Cancellation));
        await Should.ThrowAsync<TryLaterException>(() => meta.Client.Media.Get(FakeInstagram.Instagram, "1", Cancellation));
    }
}
