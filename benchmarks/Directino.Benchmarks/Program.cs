using Directino.Benchmarks.Intake;
using Directino.Benchmarks.Media;
using Directino.Benchmarks.Planning;

#pragma warning disable RS0030 // Here, and only here, the real clock is chosen.
var clock = TimeProvider.System;
#pragma warning restore RS0030

return args switch
{
    ["intake"] => await IntakeBenchmark.Run(clock),
    ["calendar"] => await CalendarBenchmark.Run(clock),
    ["library"] => await LibraryBenchmark.Run(clock),
    ["upload"] => await UploadBenchmark.Run(clock),
    ["intake-server", var database, var connection, var port] => await IntakeServer.Serve(database, connection, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), clock),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("./bench intake    webhooks stored per second, and bodies nobody should send, beside their ceiling, on both databases");
    Console.WriteLine("./bench calendar  a month with 2,000 posts beside its ceiling, on both databases");
    Console.WriteLine("./bench library   pages and searches of 100,000 pictures beside their ceiling, on both databases");
    Console.WriteLine("./bench upload    a hundred photos of 12 megapixels until all are ready, and the memory it took, beside their ceiling");
    return 2;
}
