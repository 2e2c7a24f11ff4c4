using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json.Binding;

/// <summary>One way to call an RPC over HTTP.</summary>
internal sealed record HttpBinding(string Verb, PathTemplate Path, string Body, string ResponseBody);

/// <summary>Reads google.api.http off an RPC; what it cannot do it refuses, naming the RPC.</summary>
internal static class HttpRules
{
    /// <summary>All ways to call the RPC; none when it carries no rule.</summary>
    public static IReadOnlyList<HttpBinding> Of(MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        if (rule is null)
            return [];
        return Guard(method, () =>
        {
            if (method.IsClientStreaming)
                throw new NotSupportedException("a stream of requests has no JSON form.");
            return (IReadOnlyList<HttpBinding>)rule.AdditionalBindings.Prepend(rule).Select(Binding).ToArray();
        });
    }

    /// <summary>Adds the RPC's name to a refusal.</summary>
    public static T Guard<T>(MethodDescriptor method, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (NotSupportedException refusal)
        {
            throw new InvalidOperationException($"The HTTP rule of {method.FullName}: {refusal.Message}", refusal);
        }
    }

    private static HttpBinding Binding(HttpRule rule)
    {
        var (verb, path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethods.Get, rule.Get),
            HttpRule.PatternOneofCase.Put => (HttpMethods.Put, rule.Put),
            HttpRule.PatternOneofCase.Post => (HttpMethods.Post, rule.Post),
            HttpRule.PatternOneofCase.Delete => (HttpMethods.Delete, rule.Delete),
            HttpRule.PatternOneofCase.Patch => (HttpMethods.Patch, rule.Patch),
            HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind, rule.Custom.Path),
            _ => throw new NotSupportedException("it has no verb and path."),
        };
        if (verb.Length == 0 || !verb.All(char.IsAsciiLetterUpper))
            throw new NotSupportedException($"'{verb}' is no verb.");
        if (verb == HttpMethods.Get && rule.Body.Length > 0)
            throw new NotSupportedException("GET takes no body.");
        return new(verb, PathTemplate.Parse(path), rule.Body, rule.ResponseBody);
    }
}
