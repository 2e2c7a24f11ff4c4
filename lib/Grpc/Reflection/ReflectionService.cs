using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>Tells tools what services and messages there are.</summary>
internal class ReflectionService(Lazy<SchemaIndex> schema) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken).ConfigureAwait(false))
        {
            var reply = Answer(requestStream.Current);
            reply.ValidHost = requestStream.Current.Host;
            reply.OriginalRequest = requestStream.Current;
            await responseStream.WriteAsync(reply).ConfigureAwait(false);
        }
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var index = schema.Value;
        return request.MessageRequestCase switch
        {
            ServerReflectionRequest.MessageRequestOneofCase.ListServices => Services(index),
            ServerReflectionRequest.MessageRequestOneofCase.FileByFilename =>
                File(index.File(request.FileByFilename)),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol =>
                File(index.Symbol(request.FileContainingSymbol)),
            ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension =>
                File(index.Extension(
                    request.FileContainingExtension.ContainingType,
                    request.FileContainingExtension.ExtensionNumber)),
            ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType =>
                Extensions(request.AllExtensionNumbersOfType, index.ExtensionsOf(request.AllExtensionNumbersOfType)),
            ServerReflectionRequest.MessageRequestOneofCase.None => Error(StatusCode.InvalidArgument, "Nothing asked."),
        };
    }

    private static ServerReflectionResponse Services(SchemaIndex index)
    {
        var list = new ListServiceResponse();
        foreach (var name in index.Services)
            list.Service.Add(new ServiceResponse { Name = name });
        return new ServerReflectionResponse { ListServicesResponse = list };
    }

    private static ServerReflectionResponse File(FileDescriptor? file)
    {
        if (file is null)
            return Error(StatusCode.NotFound, "Not here.");
        var reply = new FileDescriptorResponse();
        reply.FileDescriptorProto.AddRange(SchemaIndex.WithImports(file));
        return new ServerReflectionResponse { FileDescriptorResponse = reply };
    }

    private static ServerReflectionResponse Extensions(string type, IEnumerable<int>? numbers)
    {
        if (numbers is null)
            return Error(StatusCode.NotFound, "Not here.");
        var reply = new ExtensionNumberResponse { BaseTypeName = type };
        reply.ExtensionNumber.AddRange(numbers);
        return new ServerReflectionResponse { AllExtensionNumbersResponse = reply };
    }

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
