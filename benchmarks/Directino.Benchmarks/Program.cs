using Directino.Benchmarks.Intake;

return args switch
{
    ["intake", .. var rest] => await IntakeBenchmark.Run(rest),
    ["intake-server", var database, var connection, var port] => await IntakeServer.Serve(database, connection, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("./bench intake    webhooks stored per second beside their ceiling, on both databases");
    return 2;
}
