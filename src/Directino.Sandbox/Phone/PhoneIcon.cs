namespace Directino.Sandbox.Phone;

/// <summary>The phone's own three icons.</summary>
internal static class PhoneIcon
{
    public static readonly Html Bubble = new("""<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M4 5.5h16v11H11l-4.5 3.5v-3.5H4z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/><path d="M8 9.5h8M8 12.7h5" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/></svg>""");
    public static readonly Html Back = new("""<svg class="turns" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M14.5 5.5 8 12l6.5 6.5" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/></svg>""");
    public static readonly Html Film = new("""<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="M4 4h16v16H4z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><path d="M10 8.5v7l6-3.5z" fill="currentColor"/></svg>""");
    public static readonly Html Stack = new("""<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="M8 4h12v12" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><path d="M4 8h12v12H4z" fill="currentColor"/></svg>""");
}
