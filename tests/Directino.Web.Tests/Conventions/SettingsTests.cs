using Directino.Hosting;
using Directino.Persistence;
using Directino.Web.Access;
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
}
