namespace Directino.Sandbox.Webhooks;

/// <summary>The two regimes: comments are retried ever more seldom for 36 hours, messages for one hour, after which the account is unsubscribed.</summary>
internal static class RetrySchedule
{
    public static readonly TimeSpan ChangesLife = TimeSpan.FromHours(36);
    public static readonly TimeSpan MessagingLife = TimeSpan.FromHours(1);

    private static readonly TimeSpan[] Changes =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
    ];

    private static readonly TimeSpan[] Messaging =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)];

    public static TimeSpan Next(bool messaging, int failures)
    {
        var gaps = messaging ? Messaging : Changes;
        return gaps[Math.Min(failures - 1, gaps.Length - 1)];
    }

    public static TimeSpan Life(bool messaging) => messaging ? MessagingLife : ChangesLife;
}
