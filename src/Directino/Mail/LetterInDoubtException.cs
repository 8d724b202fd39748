namespace Directino.Mail;

/// <summary>The mail server's answer to a letter was lost: it may have been sent.</summary>
public sealed class LetterInDoubtException(Exception cause) : Exception("The mail server's answer was lost.", cause);
