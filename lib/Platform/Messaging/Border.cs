using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NaraVard.Platform.Messaging;

/// <summary>Tells which events cross to another organisation's deployment, and to whom.</summary>
internal sealed class Border(Func<object, string?>? recipient = null)
{
    /// <summary>Name of the topic exchange that shovels between deployments read.</summary>
    public const string Exchange = "border";

    /// <summary>The recipient, such as <c>region:17</c>; null for events that stay.</summary>
    public string? RecipientOf(object message) => recipient?.Invoke(message);
}

/// <summary>Lets events cross the border between organisations.</summary>
public static class BorderSetup
{
    /// <summary>
    /// Publishes the events that name a recipient also to the topic exchange <c>border</c> of RabbitMQ, with the
    /// recipient
    /// as routing key and without the person's key and the user. Without this call nothing crosses.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="recipient">The event's recipient (<c>region:17</c>, <c>kommun:1780</c>), or null when it
    /// stays.</param>
    public static IHostApplicationBuilder AddBorder(
        this IHostApplicationBuilder builder, Func<object, string?> recipient)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(recipient);
        builder.Services.AddSingleton(new Border(recipient));
        return builder;
    }
}
