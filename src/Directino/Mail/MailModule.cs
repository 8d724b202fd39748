using Directino.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Mail;

/// <summary>Mails to people: through SMTP, or into a folder that can be read in the product.</summary>
public static class MailModule
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MailOptions>(configuration, "Mail");
        services.AddSingleton<Postman>();
        return services;
    }
}
