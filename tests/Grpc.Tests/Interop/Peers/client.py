"""Makes calls with grpcio, each as a line of JSON says, and tells what came of it as a line of JSON.

Messages are bytes in and bytes out: what is tried here is the protocol around them.
"""
import base64
import concurrent.futures
import json
import queue
import sys

import grpc

channel = grpc.insecure_channel(sys.argv[2])


class Requests:
    """What a call sends, as it is given."""

    def __init__(self):
        self.waiting = queue.SimpleQueue()

    def __iter__(self):
        return iter(self.waiting.get, None)


def metadata(line):
    sent = []
    if line["initial"] is not None:
        sent.append(("interop-initial", line["initial"]))
    if line["trailing"] is not None:
        sent.append(("interop-trailing-bin", bytes.fromhex(line["trailing"])))
    if line["packs"]:
        # What the argument "compression" becomes, but for the calls that forget it.
        sent.append(("grpc-internal-encoding-request", "gzip"))
    return sent


def message(step):
    return base64.b64decode(step["message"])


def begin(line, requests):
    options = {
        "metadata": metadata(line),
        "timeout": None if line["timeout"] is None else line["timeout"] / 1000,
    }
    kind, path = line["kind"], line["path"]
    if kind == "Unary":
        return channel.unary_unary(path).future(message(line["steps"][0]), **options)
    if kind == "ServerStreaming":
        return channel.unary_stream(path)(message(line["steps"][0]), **options)
    if kind == "ClientStreaming":
        return channel.stream_unary(path).future(iter(requests), **options)
    return channel.stream_stream(path)(iter(requests), **options)


def follow(line, call, requests, replies):
    if line["kind"] in ("ClientStreaming", "DuplexStreaming"):
        for step in line["steps"]:
            if step["do"] == "send":
                requests.waiting.put(message(step))
            elif step["do"] == "close":
                requests.waiting.put(None)
            elif step["do"] == "cancel":
                call.cancel()
            else:
                replies.append(next(call))
    if line["kind"] in ("ServerStreaming", "DuplexStreaming"):
        replies.extend(call)
    else:
        replies.append(call.result())


def perform(line):
    requests, replies = Requests(), []
    call = begin(line, requests)
    try:
        follow(line, call, requests, replies)
    except (grpc.RpcError, grpc.FutureCancelledError, StopIteration):
        pass  # The code tells.
    code = call.code()
    requests.waiting.put(None)
    initial = dict(call.initial_metadata() or ())
    trailing = {key: value.hex() for key, value in call.trailing_metadata() or () if key.endswith("-bin")}
    return {
        "code": code.value[0],
        "message": call.details(),
        "replies": [base64.b64encode(reply).decode() for reply in replies],
        "initial": initial.get("interop-initial"),
        "trailing": trailing.get("interop-trailing-bin"),
        "details": trailing.get("grpc-status-details-bin"),
    }


for text in sys.stdin:
    told = json.loads(text)
    with concurrent.futures.ThreadPoolExecutor(told["atOnce"]) as callers:
        outcomes = list(callers.map(perform, [told] * told["atOnce"]))
    print(json.dumps(outcomes), flush=True)
