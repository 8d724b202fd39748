using System.Globalization;

namespace Directino.Sandbox.Phone;

/// <summary>Every word on the phone, once for each language it speaks.</summary>
internal sealed class PhoneWords
{
    public static readonly PhoneWords English = new("en", "ltr", column: 0);
    public static readonly PhoneWords Persian = new("fa", "rtl", column: 1);

    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["sandbox"] = ["Sandbox", "سندباکس"],
        ["title"] = ["The phone", "گوشی"],
        ["what"] = ["What a follower sees", "آنچه دنبال‌کننده می‌بیند"],
        ["lead"] = ["This is the other side of your page. Be one of its followers: comment, write, and watch the answers arrive.", "این روی دیگر صفحهٔ شماست. یکی از دنبال‌کننده‌ها باشید: نظر بدهید، پیام بنویسید و رسیدن پاسخ‌ها را ببینید."],
        ["invented"] = ["Every page, person and picture here is invented. Nothing leaves this computer.", "همهٔ صفحه‌ها، آدم‌ها و عکس‌های این‌جا ساختگی‌اند. هیچ‌چیز از این رایانه بیرون نمی‌رود."],
        ["try"] = ["Worth a try", "امتحان کنید"],
        ["try1"] = ["Open the newest post and write PRICE under it.", "تازه‌ترین پست را باز کنید و زیر آن PRICE بنویسید."],
        ["try2"] = ["Send the page a message, then answer it from the inbox.", "به صفحه پیام بدهید و از صندوق پیام‌ها پاسخش را بدهید."],
        ["try3"] = ["Publish something and see it appear in the grid.", "چیزی منتشر کنید و آمدنش را در شبکه ببینید."],
        ["youare"] = ["You are", "شما"],
        ["lookat"] = ["You look at", "صفحهٔ"],
        ["change"] = ["Change", "تغییر"],
        ["posts"] = ["posts", "پست"],
        ["followers"] = ["followers", "دنبال‌کننده"],
        ["following"] = ["following", "دنبال‌شده"],
        ["grid"] = ["Posts of {0}", "پست‌های {0}"],
        ["nopictures"] = ["No posts yet. What the page publishes appears here.", "هنوز پستی نیست. هرچه صفحه منتشر کند این‌جا دیده می‌شود."],
        ["opensmessages"] = ["Messages with {0}", "پیام‌ها با {0}"],
        ["message"] = ["Message", "پیام"],
        ["unread"] = ["{0} new", "{0} تازه"],
        ["back"] = ["Back", "بازگشت"],
        ["post"] = ["Post", "پست"],
        ["likes"] = ["{0} likes", "{0} پسند"],
        ["like"] = ["{0} like", "{0} پسند"],
        ["comments"] = ["Comments", "نظرها"],
        ["nocomments"] = ["No comments yet. Write the first one.", "هنوز نظری نیست. نخستین نظر را بنویسید."],
        ["commentsoff"] = ["Comments are switched off under this post.", "نظر دادن زیر این پست بسته است."],
        ["writecomment"] = ["Comment as {0}", "نظر با نام {0}"],
        ["send"] = ["Send", "فرستادن"],
        ["reply"] = ["Reply", "پاسخ"],
        ["replyingto"] = ["Replying to {0}", "در پاسخ به {0}"],
        ["cancel"] = ["Cancel", "انصراف"],
        ["author"] = ["Page", "صفحه"],
        ["hidden"] = ["hidden from others", "پنهان از دیگران"],
        ["writemessage"] = ["Write to {0}", "پیام به {0}"],
        ["nomessages"] = ["You have not written to {0} yet.", "هنوز به {0} پیام نداده‌اید."],
        ["removed"] = ["Message removed", "پیام حذف شد"],
        ["edited"] = ["edited", "ویرایش شده"],
        ["attachment"] = ["Attachment", "پیوست"],
        ["about"] = ["About your comment: {0}", "دربارهٔ نظر شما: {0}"],
        ["seen"] = ["New message from {0}", "پیام تازه از {0}"],
        ["open"] = ["Open", "باز کردن"],
        ["picture"] = ["Picture {0} of {1}", "عکس {0} از {1}"],
        ["carousel"] = ["{0} pictures", "{0} عکس"],
        ["pictureof"] = ["Picture by {0}", "عکس از {0}"],
        ["film"] = ["Film", "فیلم"],
        ["reel"] = ["Reel", "ریلز"],
        ["story"] = ["Story", "استوری"],
        ["storiesof"] = ["Stories of {0}", "استوری‌های {0}"],
        ["storyover"] = ["This story is over: stories live for a day.", "این استوری تمام شده است: استوری‌ها یک روز می‌مانند."],
        ["and"] = ["and {0}", "و {0}"],
        ["tagged"] = ["Tagged: {0}", "برچسب‌خورده: {0}"],
        ["product"] = ["Product {0}", "محصول {0}"],
        ["alt"] = ["Alt text: {0}", "متن جایگزین: {0}"],
        ["ai"] = ["AI info", "ساختهٔ هوش مصنوعی"],
        ["trial"] = ["Trial reel", "ریلز آزمایشی"],
        ["graduated"] = ["Graduated trial", "ریلز آزمایشی پذیرفته"],
        ["partnership"] = ["Paid partnership", "همکاری پولی"],
        ["partnershipwith"] = ["Paid partnership with {0}", "همکاری پولی با {0}"],
        ["audio"] = ["{0} · original audio", "{0} · صدای اصلی"],
        ["track"] = ["{0} · {1}", "{0} · {1}"],
        ["sound"] = ["{0} · original sound of {1}", "{0} · صدای اصلی {1}"],
        ["poll"] = ["Poll", "نظرسنجی"],
        ["votes"] = ["Votes: {0}", "رأی‌ها: {0}"],
        ["percent"] = ["{0}%", "{0}٪"],
        ["pollover"] = ["The poll is over", "نظرسنجی پایان یافته است"],
        ["prompt"] = ["What do you think? Write a comment.", "نظر شما چیست؟ زیر پست بنویسید."],
        ["nobody"] = ["There is nobody here yet", "هنوز کسی این‌جا نیست"],
        ["nobodylead"] = ["The sandbox has no page or no person. Start it with its cast, or make them over its control routes.", "سندباکس صفحه یا شخصی ندارد. آن را با بازیگرانش آغاز کنید یا از مسیرهای کنترلی آن‌ها را بسازید."],
        ["gone"] = ["This post is no longer there.", "این پست دیگر نیست."],
        ["toolong"] = ["That is too long: {0} characters are the most.", "این متن بلند است: بیشترین اندازه {0} نویسه است."],
        ["failed"] = ["Not sent. Check that the sandbox is running, then try again.", "فرستاده نشد. ببینید سندباکس روشن است و دوباره بکوشید."],
        ["now"] = ["now", "اکنون"],
        ["minutes"] = ["{0} min", "{0} دقیقه"],
        ["hours"] = ["{0} h", "{0} ساعت"],
        ["days"] = ["{0} d", "{0} روز"],
        ["weeks"] = ["{0} w", "{0} هفته"],
        ["ago"] = ["{0} ago", "{0} پیش"],
    };

    private readonly int _column;

    private PhoneWords(string language, string direction, int column) => (Language, Direction, _column) = (language, direction, column);

    public string Language { get; }
    public string Direction { get; }

    public string this[string key] => Table[key][_column];

    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>Asked for by <c>?lang=</c>, else the browser's first language that the phone speaks.</summary>
    public static PhoneWords For(HttpRequest request)
    {
        if (request.Query["lang"].ToString() is { Length: > 0 } asked) return asked == Persian.Language ? Persian : English;
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (language.Value.StartsWith(Persian.Language, StringComparison.OrdinalIgnoreCase)) return Persian;
            if (language.Value.StartsWith(English.Language, StringComparison.OrdinalIgnoreCase)) return English;
        }
        return English;
    }

    public string Likes(int count) => Say(count == 1 ? "like" : "likes", Number(count));

    public string Number(long number)
    {
        if (_column == 0) return number.ToString("#,0", CultureInfo.InvariantCulture);
        return string.Concat(number.ToString("#,0", CultureInfo.InvariantCulture).Select(c => c == ',' ? '٬' : (char)('۰' + (c - '0'))));
    }

    /// <summary>How long ago, as people say it.</summary>
    public string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => this["now"],
        { TotalHours: < 1 } => Say("minutes", Number((long)age.TotalMinutes)),
        { TotalDays: < 1 } => Say("hours", Number((long)age.TotalHours)),
        { TotalDays: < 14 } => Say("days", Number((long)age.TotalDays)),
        _ => Say("weeks", Number((long)age.TotalDays / 7)),
    };
}
