namespace Directino.Inbox;

/// <summary>Which conversations the list shows. The names stand in addresses.</summary>
public enum InboxFilter
{
    All,
    Messages,
    Comments,
    Waiting,
    Automated,
}
