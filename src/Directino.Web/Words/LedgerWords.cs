namespace Directino.Web.Words;

/// <summary>Names the texts of Ledger for <c>IStringLocalizer</c>.</summary>
public sealed class LedgerWords;
