namespace Directino.Sandbox.Cast;

/// <summary>One of the followers: who they are, and what they are like (<paramref name="Manner"/>, in the words of each language).</summary>
internal sealed record CastPerson(string Username, string Name, string Picture, int Followers, string Manner, string MannerFa)
{
    public static readonly IReadOnlyList<CastPerson> All =
    [
        new("ana.reyes", "Ana Reyes", "face-ana", 812, "asks what things cost", "همیشه قیمت را می‌پرسد"),
        new("kofi.mensah", "Kofi Mensah", "face-kofi", 2_304, "runs for the last croissant", "برای آخرین کروسان می‌دود"),
        new("lena.fischer", "Lena Fischer", "face-lena", 1_150, "falls in love with glazes", "عاشق لعاب‌هاست"),
        new("maryam.ahmadi", "مریم احمدی", "face-maryam", 964, "writes in Persian", "به فارسی می‌نویسد"),
        new("tomas.berg", "Tomas Berg", "face-tomas", 377, "wants to know how it is made", "می‌خواهد بداند چطور ساخته می‌شود"),
        new("yuki.tanaka", "Yuki Tanaka", "face-yuki", 5_820, "writes for a small magazine", "برای مجله‌ای کوچک می‌نویسد"),
        new("diego.ruiz", "Diego Ruiz", "face-diego", 640, "has big hands and jokes", "دست‌های بزرگ و شوخی‌های خوب دارد"),
        new("amara.okafor", "Amara Okafor", "face-amara", 18_400, "lives three cities away", "سه شهر آن‌طرف‌تر زندگی می‌کند"),
        new("sofie.holm", "Sofie Holm", "face-sofie", 498, "orders cakes for twelve", "برای دوازده نفر کیک سفارش می‌دهد"),
        new("omar.haddad", "Omar Haddad", "face-omar", 1_730, "walks past at five in the morning", "ساعت پنج صبح از آن‌جا رد می‌شود"),
        new("priya.nair", "Priya Nair", "face-priya", 2_915, "signs up for every class", "در هر کلاسی ثبت‌نام می‌کند"),
        new("henrik.dahl", "Henrik Dahl", "face-henrik", 143, "is seventy-four and very dry", "هفتادوچهار ساله و شوخ‌طبع است"),
        new("mei.lin", "Mei Lin", "face-mei", 3_402, "types in lower case", "همیشه کوتاه می‌نویسد"),
        new("ruth.cohen", "Ruth Cohen", "face-ruth", 61, "has a cup from 1987", "فنجانی از ۱۹۸۷ دارد"),
    ];
}
