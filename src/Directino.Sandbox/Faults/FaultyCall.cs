using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Faults;

/// <summary>Runs one call with the fault that is set for it, if any.</summary>
internal sealed class FaultyCall(FaultBoard board, TimeProvider clock)
{
    /// <param name="effect">Does the work and returns how to answer; nothing is written before the fault has had its say.</param>
    public async Task Run(HttpContext http, string name, SandboxAccount? account, string requestId, Func<Task<Func<Task>>> effect)
    {
        var fault = board.Take(name, http.Request.Method, account);
        switch (fault?.Kind)
        {
            case FaultKind.Error:
                await GraphAnswer.Write(http, ErrorOf(fault), requestId);
                return;
            case FaultKind.RefuseBefore:
                http.Abort();
                return;
            case FaultKind.Outage:
                http.Response.StatusCode = fault.Status ?? StatusCodes.Status503ServiceUnavailable;
                return;
            case FaultKind.Html502:
                http.Response.StatusCode = StatusCodes.Status502BadGateway;
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync("<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>", http.RequestAborted);
                return;
            case FaultKind.Delay:
                await Task.Delay(TimeSpan.FromSeconds(fault.Seconds ?? 1), clock, http.RequestAborted);
                break;
            case FaultKind.PauseBefore:
                await board.Pause(name, afterEffect: false, requestId, http.RequestAborted);
                break;
            default:
                break;
        }
        var answer = await effect();
        switch (fault?.Kind)
        {
            case FaultKind.AnswerLost:
                http.Abort();
                return;
            case FaultKind.ErrorAfter:
                await GraphAnswer.Write(http, ErrorOf(fault), requestId);
                return;
            case FaultKind.PauseAfter:
                await board.Pause(name, afterEffect: true, requestId, http.RequestAborted);
                break;
            default:
                break;
        }
        await answer();
    }

    private static GraphError ErrorOf(Fault fault)
    {
        var row = ErrorTable.Of(fault.Code, fault.Subcode);
        return row with { Status = fault.Status ?? row.Status, Message = fault.Message ?? row.Message };
    }
}
