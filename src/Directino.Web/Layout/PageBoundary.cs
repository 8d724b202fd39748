using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Directino.Web.Layout;

/// <summary>Keeps a page that failed from taking the frame with it, says so in our words, and gives the log a reference to find it by.</summary>
public sealed partial class PageBoundary(ILogger<PageBoundary> logger, NavigationManager addresses) : ErrorBoundaryBase
{
    private string _reference = "";

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
        LogPageFailed(new Uri(addresses.Uri).AbsolutePath, _reference, exception);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailed>(1);
        builder.AddComponentParameter(2, nameof(PageFailed.Reference), _reference);
        builder.AddComponentParameter(3, nameof(PageFailed.Retry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(LogLevel.Error, "The page {Path} failed while it was shown; its reference is {Reference}")]
    private partial void LogPageFailed(string path, string reference, Exception exception);
}
