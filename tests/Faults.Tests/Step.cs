namespace NaraVard.Faults.Tests;

/// <summary>What crosses the edge of the process on an event's way from the writer's commit to the last ack.</summary>
internal enum Step
{
    /// <summary>The event's row is added to the outbox.</summary>
    Write,

    /// <summary>The writer's transaction commits.</summary>
    CommitOfWrite,

    /// <summary>The dispatcher takes messages under a lease.</summary>
    Claim,

    /// <summary>A message goes to the broker; after: its confirm has come.</summary>
    Publish,

    /// <summary>What has been confirmed is taken out of the outbox.</summary>
    Settle,

    /// <summary>What cannot be sent is parked.</summary>
    Park,

    /// <summary>A consumer asks whether the message may have its effect.</summary>
    Admit,

    /// <summary>The effect is written.</summary>
    Effect,

    /// <summary>Mark and effect commit.</summary>
    CommitOfEffect,

    /// <summary>The broker is told that the message is done.</summary>
    Ack,

    /// <summary>The later messages of the person are let past one that is given up.</summary>
    LetPass,

    /// <summary>The one that is given up goes to the error queue; after: its confirm has come.</summary>
    MoveToErrorQueue,
}

/// <summary>On which side of a step the process dies.</summary>
internal enum Side
{
    /// <summary>Nothing of it has left the process.</summary>
    Before,

    /// <summary>It has been done, and the process has not heard of it.</summary>
    After,
}

/// <summary>A place to die at.</summary>
internal readonly record struct Moment(Step Step, Side Side);
