namespace Directino.Accounts;

/// <summary>Whose call goes first within an account's budget: a person's before a bot's, a bot's before a sync.</summary>
public enum Urgency
{
    Person = 0,
    Automatic = 1,
    Background = 2,
}
