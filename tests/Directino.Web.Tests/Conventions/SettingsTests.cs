using Directino.Hosting;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Conventions;

/// <summary>Every setting is checked before the first request.</summary>
public sealed class SettingsTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    [Fact]
    public void Every_options_class_is_registered_to_be_checked()
    {
        var registered = program.Studio.Services.GetServices<SettingsSection>().Select(s => s.Type).ToHashSet();
        new[] { typeof(DirectinoContext).Assembly, typeof(AccessOptions).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && t.Name.EndsWith("Options", StringComparison.Ordinal) && !registered.Contains(t))
            .Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Settings_as_they_come_have_no_complaint() =>
        Directino.Hosting.Settings.Complaints(program.Studio.Services).ShouldBeEmpty();

    [Fact]
    public void Settings_come_from_the_environment_under_our_name_and_from_arguments_first()
    {
        const string variable = "Directino__SettingsTests__Said";
        Environment.SetEnvironmentVariable(variable, "by the environment");
        try
        {
            Said([]).ShouldBe("by the environment");
            Said(["--SettingsTests:Said=at the start"]).ShouldBe("at the start");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        static string? Said(string[] args)
        {
            var configuration = new ConfigurationBuilder();
            WebProgram.AddSettings(configuration, args);
            return configuration.Build()["SettingsTests:Said"];
        }
    }
}
