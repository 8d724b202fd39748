namespace Directino.Instagram.Errors;

/// <summary>The one place that turns code and subcode (then the transient mark, then the HTTP status) into an exception.</summary>
internal static class ErrorTable
{
    private enum Kind
    {
        None, TryLater, RateLimited, Login, Permission, Invalid, Media, NotReady, ContainerGone, PublishingLimit,
        Restricted, Blocked, OutsideWindow, PrivateReplyUsed, Person, Gone, Unknown,
    }

    /// <summary>Chooses the exception for an error answer.</summary>
    /// <param name="fault">The answer.</param>
    /// <param name="effect">Whether the request changes something at Meta, so that vague trouble leaves its outcome open.</param>
    public static InstagramException ToException(InstagramFault fault, bool effect)
    {
        var message = Describe(fault);
        return KindOf(fault, effect) switch
        {
            Kind.TryLater => new TryLaterException(message, fault),
            Kind.RateLimited => new RateLimitedException(message, fault),
            Kind.Login => new LoginNeededException(message, fault),
            Kind.Permission => new PermissionMissingException(message, fault),
            Kind.Media => new MediaRefusedException(message, fault),
            Kind.NotReady => new ContainerNotReadyException(message, fault),
            Kind.ContainerGone => new ContainerGoneException(message, fault),
            Kind.PublishingLimit => new PublishingLimitException(message, fault),
            Kind.Restricted => new AccountRestrictedException(message, fault),
            Kind.Blocked => new ActionBlockedException(message, fault),
            Kind.OutsideWindow => new OutsideWindowException(message, fault),
            Kind.PrivateReplyUsed => new PrivateReplyUsedException(message, fault),
            Kind.Person => new PersonUnavailableException(message, fault),
            Kind.Gone => new ObjectGoneException(message, fault),
            Kind.Unknown => new OutcomeUnknownException(message, fault),
            _ => new InvalidRequestException(message, fault),
        };
    }

    private static Kind KindOf(InstagramFault fault, bool effect)
    {
        var vague = effect ? Kind.Unknown : Kind.TryLater;
        var kind = fault.Subcode is { } subcode ? BySubcode(fault.Code, subcode, vague) : Kind.None;
        if (kind == Kind.None) kind = ByWord(fault.Message);
        if (kind == Kind.None && fault.HasCode) kind = ByCode(fault.Code, vague);
        if (kind != Kind.None) return kind;
        if (fault.IsTransient) return vague;

        // Without an error object the page comes from a gateway, whose 401 or 404 says nothing about the token or the object.
        var fromMeta = fault.HasCode || fault.Type is not null || fault.Message is not null;
        return ((int?)fault.HttpStatus, fromMeta) switch
        {
            (>= 500 or 408, _) => vague,
            (429, _) => Kind.RateLimited,
            (405 or 413 or 414, _) => Kind.Invalid,
            (_, false) => vague,
            (401, _) => Kind.Login,
            (403, _) => Kind.Permission,
            (404, _) => Kind.Gone,
            _ => Kind.Invalid,
        };
    }

    private static Kind BySubcode(int code, int subcode, Kind vague) => (code, subcode) switch
    {
        // Publishing: publishing.md section 8.
        (_, 2207001) => vague,
        (_, 2207003 or 2207032) => Kind.TryLater,
        (_, 2207006 or 2207008 or 2207020 or 2207053) => Kind.ContainerGone,
        (_, 2207027) => Kind.NotReady,
        (_, 2207042) => Kind.PublishingLimit,
        (_, 2207050) => Kind.Restricted,
        (_, 2207051) => Kind.Blocked,
        (_, 2207004 or 2207005 or 2207009 or 2207010 or 2207026 or 2207052) => Kind.Media,
        (_, 2207013 or 2207023 or 2207028 or 2207035 or 2207036 or 2207037 or 2207040 or 2207057 or 2207073 or 2207086) => Kind.Invalid,
        (_, 2207034) => Kind.RateLimited,

        // The catalogue of sounds: publishing.md section 12.
        (_, AudioFaults.NotReleased) => Kind.Permission,
        (_, >= AudioFaults.First and <= AudioFaults.Last) => Kind.Invalid,

        // Messaging: messaging.md section 14.
        (_, 2534022 or 2018278 or 2018065) => Kind.OutsideWindow,
        (_, 2534025) => Kind.PrivateReplyUsed,
        (_, 2534029 or 1893063) => Kind.Blocked,
        (_, 2534014 or 2018001 or 2018108 or 1545041) => Kind.Person,
        (_, 2534040) => Kind.RateLimited,
        (_, 2534041 or 2018028 or 2534077 or 2534013) => Kind.Permission,
        (_, 2018008 or 2018047 or 2018109 or 2018294) => Kind.Media,
        (_, 1357046) => vague,
        (_, 2534037 or 2018300) => Kind.Invalid,
        (100, 33) => Kind.Gone,

        // Tokens: limits-and-errors.md section 2.
        (190, 459 or 464) => Kind.Restricted,
        _ => Kind.None,
    };

    /// <summary>A few publishing faults have a word instead of a subcode of their own (publishing.md section 8).</summary>
    private static Kind ByWord(string? message) => message switch
    {
        null => Kind.None,
        _ when message.Contains(PublishingWords.NotEligible, StringComparison.Ordinal) => Kind.Permission,
        _ when message.Contains(PublishingWords.Location, StringComparison.Ordinal) || message.Contains(PublishingWords.Sponsor, StringComparison.Ordinal) => Kind.Invalid,
        _ => Kind.None,
    };

    private static Kind ByCode(int code, Kind vague) => code switch
    {
        1 or 2 or -1 or 99 => vague,
        -2 => Kind.TryLater,
        4 or 17 or 18 or 32 or 341 or 613 => Kind.RateLimited,
        80000 or 80001 or 80002 or 80003 or 80004 or 80005 or 80006 or 80008 or 80009 or 80014 => Kind.RateLimited,
        102 or 190 => Kind.Login,
        230 => Kind.Person,
        3 or 10 or (>= 200 and <= 299) or 36103 => Kind.Permission,
        9 => Kind.PublishingLimit,
        24 => Kind.ContainerGone,
        25 => Kind.Restricted,
        368 => Kind.Blocked,
        551 or 10903 => Kind.Person,
        10900 => Kind.PrivateReplyUsed,
        803 or 9000001 => Kind.Gone,
        352 or 9004 or 36000 or 36001 or 36003 or 36004 => Kind.Media,
        9007 => Kind.NotReady,
        27 or 100 or 110 or 506 or 1609005 or 2018300 => Kind.Invalid,
        2500 => Kind.Login,
        _ => Kind.None,
    };

    private static string Describe(InstagramFault fault)
    {
        var text = string.IsNullOrWhiteSpace(fault.Message) ? "Instagram answered with an error" : fault.Message;
        var code = fault.Subcode is { } subcode ? $"{fault.Code}/{subcode}" : $"{fault.Code}";
        return $"{text} (code {code}, HTTP {(int?)fault.HttpStatus ?? 0})";
    }
}
