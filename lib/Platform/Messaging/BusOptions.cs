using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Messaging;

/// <summary>What carries the events between services.</summary>
public enum BusKind
{
    /// <summary>
    /// Inside the process: all services run in it. An event is delivered when every consumer has committed.
    /// </summary>
    Memory,

    /// <summary>RabbitMQ. An event is delivered when the broker has confirmed it.</summary>
    RabbitMq,
}

/// <summary>The bus, and the limits of sending and receiving on it; section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>What carries the events; default in memory.</summary>
    public BusKind Kind { get; set; }

    /// <summary>Host name of the broker.</summary>
    [Required, MinLength(1)]
    public string Host { get; set; } = "localhost";

    /// <summary>AMQP port of the broker; default 5672.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 5672;

    /// <summary>Virtual host; default <c>/</c>.</summary>
    [Required, MinLength(1)]
    public string VirtualHost { get; set; } = "/";

    /// <summary>User at the broker.</summary>
    [Required, MinLength(1)]
    public string User { get; set; } = "guest";

    /// <summary>The user's password.</summary>
    [Required]
    public string Password { get; set; } = "guest";

    /// <summary>Whether to speak TLS with the broker.</summary>
    public bool Tls { get; set; }

    /// <summary>
    /// Quorum queues, which survive the loss of a broker node. Cannot be changed for a queue that exists.
    /// </summary>
    public bool QuorumQueues { get; set; }

    /// <summary>
    /// Messages that one endpoint holds at once, those included that wait for an earlier one. Default 64.
    /// </summary>
    [Range(1, 500)]
    public int Concurrency { get; set; } = 64;

    /// <summary>Messages fetched ahead by one endpoint. Default 128.</summary>
    [Range(1, 5000)]
    public int Prefetch { get; set; } = 128;

    /// <summary>
    /// Messages of one endpoint that have their effects in one transaction, one after the other, when so many wait;
    /// when it fails, each has its own. Default 32; 1 is for consumers that take long.
    /// </summary>
    [Range(1, 500)]
    public int ReceiveBatch { get; set; } = 32;

    /// <summary>Messages that one dispatcher has claimed or is sending at once. Default 500.</summary>
    [Range(1, 5000)]
    public int DispatchBatch { get; set; } = 500;

    /// <summary>
    /// Time limit of one send, the broker's confirm included, in seconds; default 10. A claim lasts three times that
    /// long: another dispatcher takes over after it.
    /// </summary>
    [Range(1, 300)]
    public int SendTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// Sends that fail by the message's fault before it is parked with its reason. Default 8: about two minutes. An
    /// outage does not count, nor does a broker that does not confirm in time: those are waited out.
    /// </summary>
    [Range(1, 100)]
    public int SendAttemptsMax { get; set; } = 8;

    /// <summary>The longest pause between two attempts, sending or receiving, in seconds. Default 30.</summary>
    [Range(1, 3600)]
    public int BackOffMaxSeconds { get; set; } = 30;

    /// <summary>
    /// Attempts of a consumer that lost a race for a row, before its message goes to the error queue. Default 10.
    /// </summary>
    [Range(1, 100)]
    public int ConflictAttemptsMax { get; set; } = 10;

    /// <summary>
    /// How long a consumer waits out an outage before its message goes to the error queue. Default 600 s.
    /// </summary>
    [Range(1, 1500)]
    public int OutageSeconds { get; set; } = 600;

    /// <summary>
    /// How long a message waits at its consumer for an earlier one of the same person and type that has not come, in
    /// seconds; for one that is being worked on it waits longer. Default 30; after that the earlier one counts as late.
    /// </summary>
    [Range(0, 600)]
    public int HoldSeconds { get; set; } = 30;
}
