using System.Text;

namespace Directino.Instagram;

/// <summary>What a call needs to act for one professional account. The token is never printed.</summary>
/// <param name="Login">The login product of the account.</param>
/// <param name="AccountId">The professional account id (<c>user_id</c> of <c>/me</c>, usually <c>1784...</c>), the one webhooks carry.</param>
/// <param name="Token">Instagram User token, or Page token on Facebook Login. Sent in the <c>Authorization</c> header only.</param>
/// <param name="PageId">The linked Page; only on Facebook Login, where messages and subscriptions go through the Page.</param>
public sealed record InstagramAccess(InstagramLogin Login, string AccountId, string Token, string? PageId = null)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Login = ").Append(Login).Append(", AccountId = ").Append(AccountId).Append(", PageId = ").Append(PageId);
        return true;
    }
}
