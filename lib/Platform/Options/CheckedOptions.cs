using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NaraVard.Platform.Options;

/// <summary>Settings that are bound and checked before anything starts.</summary>
public static class CheckedOptions
{
    /// <summary>
    /// Binds the section and checks it: its annotations and <see cref="IValidatableObject"/>, values of the wrong type,
    /// and keys that the options do not have. The faults of all sections are reported together when the host is built.
    /// </summary>
    /// <returns>
    /// The options, for use while the host is put together; where the section is faulty, with the defaults. The same
    /// instance is injected as <typeparamref name="TOptions"/>.
    /// </returns>
    public static TOptions AddChecked<TOptions>(this IHostApplicationBuilder builder, string section)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (Existing<TOptions>(builder.Services) is { } existing)
            return existing;
        var faults = ConfigurationFaults.Of(builder);
        var options = new SectionBinder(builder.Configuration.GetSection(section), faults).Bind<TOptions>();
        foreach (var result in Check(options))
            foreach (var member in result.MemberNames.DefaultIfEmpty(""))
                faults.Add(member.Length > 0 ? $"{section}:{member}" : section, result.ErrorMessage ?? "is not valid");
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        return options;
    }

    private static TOptions? Existing<TOptions>(IServiceCollection services)
        where TOptions : class =>
        services.FirstOrDefault(service => service.ServiceType == typeof(TOptions))?.ImplementationInstance as TOptions;

    private static List<ValidationResult> Check(object options)
    {
        var results = new List<ValidationResult>();
        var context = new ValidationContext(options);
        // Validator asks IValidatableObject only when every annotation holds; all faults at once means asking anyway.
        if (!Validator.TryValidateObject(options, context, results, true) && options is IValidatableObject more)
            results.AddRange(more.Validate(context).Where(result => !results.Any(known => Same(known, result))));
        return results;
    }

    private static bool Same(ValidationResult one, ValidationResult other) =>
        one.ErrorMessage == other.ErrorMessage && one.MemberNames.SequenceEqual(other.MemberNames);
}
