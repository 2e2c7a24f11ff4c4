"""Calls the test service with grpcio, without generated code: bytes in, bytes out. Prints one JSON object."""
import json
import sys
import grpc

channel = grpc.insecure_channel(sys.argv[1], compression=grpc.Compression.Gzip)
path = "/echo.v1.TestService/"


def text(value):
    return b"\x0a" + bytes([len(value)]) + value


def outcome(call, *args, **kwargs):
    try:
        reply = call(*args, **kwargs)
        return {"code": 0, "reply": (reply if isinstance(reply, bytes) else b"".join(reply)).hex()}
    except grpc.RpcError as error:
        trailers = dict(error.trailing_metadata() or ())
        return {"code": error.code().value[0], "text": error.details(),
                "details": trailers.get("grpc-status-details-bin", b"").hex()}


failure = b"\x08\x09" + b"\x12\x08nej: \xc3\xa5!" + b"\x1a\x02\x01\x02"
said = {
    "unary": outcome(channel.unary_unary(path + "Say"), text(b"hej")),
    "failure": outcome(channel.unary_unary(path + "Say"), b"\x1a" + bytes([len(failure)]) + failure),
    "missing": outcome(channel.unary_unary(path + "Nothing"), b""),
    "wrong": outcome(channel.unary_unary(path + "Say"), b"\xff\xff"),
    "deadline": outcome(channel.unary_unary(path + "Say"), b"\x20\x01", timeout=0.2),
    "client": outcome(channel.stream_unary(path + "Collect"), iter([text(b"a"), text(b"b")])),
    "server": outcome(channel.unary_stream(path + "Repeat"), text(b"x") + b"\x10\x02"),
    "duplex": outcome(channel.stream_stream(path + "Chat"), iter([text(b"a"), text(b"b")])),
}
print(json.dumps(said))
