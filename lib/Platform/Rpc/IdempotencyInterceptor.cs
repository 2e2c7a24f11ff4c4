using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Platform.Rpc;

/// <summary>
/// A writing RPC with <c>idempotency-key</c> runs once: its answer is stored in the transaction of its changes, and a
/// retry, or the same request at the same time, gets that answer. Another request under the key is refused.
/// </summary>
internal sealed class IdempotencyInterceptor(
    ServiceNames names, NumberVault vault, TimeProvider clock, IdempotencyOptions options) : Interceptor
{
    public const string Header = "idempotency-key";
    private const int KeyMin = 8;
    private const int KeyMax = 100;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var http = context.GetHttpContext();
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || !Writes(http) || request is not IMessage message || names.For(http) is not [var service])
            return await continuation(request, context);
        if (key.Length is < KeyMin or > KeyMax)
            throw new InvalidInput([new(Header, "malformed", new(
                "Nyckeln ska ha 8 till 100 tecken.", "The key has 8 to 100 characters."))]);

        var db = http.RequestServices.GetRequiredKeyedService<DbContext>(service);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        var answers = new StoredAnswers(db, vault, Caller(http), context.Method, key, context.CancellationToken);
        var hash = SHA256.HashData(message.ToByteArray());
        if (!await answers.Claim(hash, clock.GetUtcNow(), TimeSpan.FromHours(options.KeepHours)))
            return await Again<TResponse>(http, answers, hash);

        var reply = await continuation(request, context);
        await answers.Store(((IMessage)reply).ToByteArray(), Trail(http).All());
        await transaction.CommitAsync(context.CancellationToken);
        return reply;
    }

    private static async Task<TResponse> Again<TResponse>(HttpContext http, StoredAnswers answers, byte[] hash)
        where TResponse : class
    {
        var stored = await answers.Read();
        if (!stored.RequestHash.AsSpan().SequenceEqual(hash))
            throw new Conflict("idempotency-key-reused", new(
                "Nyckeln har redan använts för en annan begäran.",
                "The key has been used for another request."));
        foreach (var touched in stored.Touched)
            Trail(http).Touch(touched.Person, touched.ResourceType, touched.ResourceId, touched.Owner);
        var reply = Activator.CreateInstance<TResponse>();
        ((IMessage)reply).MergeFrom(stored.Response);
        return reply;
    }

    private static bool Writes(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PersonDataAttribute>()
            is { Activity: not (Activity.Read or Activity.Print) };

    private static string Caller(HttpContext http) => http.RequestServices.GetRequiredService<Caller>().ToString();

    private static AccessTrail Trail(HttpContext http) => http.RequestServices.GetRequiredService<AccessTrail>();
}
