namespace Directino.Web.Words;

/// <summary>Names the texts of Accounts for <c>IStringLocalizer</c>.</summary>
public sealed class AccountsWords;
