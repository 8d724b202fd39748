using Microsoft.AspNetCore.Components;

namespace Directino.Web.Controls;

/// <summary>Events of our own; <c>site.js</c> tells what is in them.</summary>
[EventHandler("onpoint", typeof(PointEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;

/// <summary>A tap on a picture: where, from 0 to 1 of its width and height. Beside the picture there is no place.</summary>
public sealed class PointEventArgs : EventArgs
{
    public double? X { get; set; }

    public double? Y { get; set; }
}
