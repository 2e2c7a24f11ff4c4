"""The interop service on grpcio. Prints its port, and runs until its input ends."""
import base64
import concurrent.futures
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

pool = descriptor_pool.DescriptorPool()
pool.Add(descriptor_pb2.FileDescriptorProto.FromString(base64.b64decode(sys.argv[1])))
messages = message_factory.MessageFactory(pool)
Ask = messages.GetPrototype(pool.FindMessageTypeByName("interop.v1.Ask"))
Answer = messages.GetPrototype(pool.FindMessageTypeByName("interop.v1.Answer"))
CODES = {code.value[0]: code for code in grpc.StatusCode}


def begin(context):
    for key, value in context.invocation_metadata():
        if key == "interop-initial":
            context.send_initial_metadata(((key, value),))
        elif key == "interop-trailing-bin":
            context.set_trailing_metadata(((key, value),))


def check(ask, context):
    if ask.HasField("ending"):
        details = ("grpc-status-details-bin", ask.ending.details)
        context.set_trailing_metadata((*(context.trailing_metadata() or ()), details))
        context.abort(CODES[ask.ending.code], ask.ending.message)


def give(ask, context):
    check(ask, context)
    for wanted in ask.wanted:
        if not wanted.packed:
            context.disable_next_message_compression()
        yield Answer(body=bytes(wanted.size))


def unary(ask, context):
    context.set_compression(grpc.Compression.Gzip)
    begin(context)
    check(ask, context)
    if not any(wanted.packed for wanted in ask.wanted):
        context.disable_next_message_compression()
    return Answer(body=bytes(ask.wanted[0].size if ask.wanted else 0))


def take_all(asks, context):
    begin(context)
    return Answer(taken=sum(len(ask.body) for ask in asks))


def give_all(ask, context):
    context.set_compression(grpc.Compression.Gzip)
    begin(context)
    yield from give(ask, context)


def converse(asks, context):
    context.set_compression(grpc.Compression.Gzip)
    begin(context)
    for ask in asks:
        yield from give(ask, context)


forms = (Ask.FromString, Answer.SerializeToString)
server = grpc.server(concurrent.futures.ThreadPoolExecutor(32))
server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("interop.v1.InteropService", {
    "Unary": grpc.unary_unary_rpc_method_handler(unary, *forms),
    "TakeAll": grpc.stream_unary_rpc_method_handler(take_all, *forms),
    "GiveAll": grpc.unary_stream_rpc_method_handler(give_all, *forms),
    "Converse": grpc.stream_stream_rpc_method_handler(converse, *forms),
}),))
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(port, flush=True)
sys.stdin.read()
