namespace Directino.Ledger;

/// <summary>Names of the rules every act meets. Resources hold their words under <c>Rule.{name}</c>; features add their own names.</summary>
public static class GateRules
{
    public const string Disconnected = "account-disconnected";
    public const string NeedsLogin = "needs-login";
    public const string ScopeMissing = "scope-missing";
    public const string SwitchedOff = "switched-off";
    public const string Budget = "budget";
}
