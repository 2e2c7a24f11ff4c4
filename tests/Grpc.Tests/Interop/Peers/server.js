// The interop service on grpc-js. Prints its port, and runs until its input ends.
const [, , tools, protos] = process.argv;
const grpc = require(`${tools}/@grpc/grpc-js`);
const loader = require(`${tools}/@grpc/proto-loader`);

const definition = loader.loadSync('interop/v1/interop.proto', { includeDirs: protos.split(','), defaults: true });
const { InteropService } = grpc.loadPackageDefinition(definition).interop.v1;
const reply = ({ size }) => (size > 0 ? { body: Buffer.alloc(size) } : {});

// Answers the metadata, and hands out the trailers.
function begin(call) {
  const [initial] = call.metadata.get('interop-initial');
  const trailers = new grpc.Metadata();
  call.metadata.get('interop-trailing-bin').forEach((value) => trailers.add('interop-trailing-bin', value));
  if (initial !== undefined) {
    const headers = new grpc.Metadata();
    headers.set('interop-initial', initial);
    call.sendMetadata(headers);
  }
  return trailers;
}

function failure({ ending }, metadata) {
  if (!ending) return undefined;
  metadata.set('grpc-status-details-bin', ending.details);
  return { code: ending.code, details: ending.message, metadata };
}

function give(call, ask, trailers) {
  const failed = failure(ask, trailers);
  if (failed) call.emit('error', failed);
  else ask.wanted.forEach((wanted) => call.write(reply(wanted)));
}

const server = new grpc.Server();
server.addService(InteropService.service, {
  Unary(call, answer) {
    const trailers = begin(call);
    const failed = failure(call.request, trailers);
    if (failed) answer(failed);
    else answer(null, reply(call.request.wanted[0] ?? { size: 0 }), trailers);
  },
  TakeAll(call, answer) {
    const trailers = begin(call);
    let taken = 0;
    call.on('data', (ask) => (taken += ask.body.length));
    call.on('end', () => answer(null, { taken }, trailers));
  },
  GiveAll(call) {
    const trailers = begin(call);
    give(call, call.request, trailers);
    call.end(trailers);
  },
  Converse(call) {
    const trailers = begin(call);
    call.on('data', (ask) => give(call, ask, trailers));
    call.on('end', () => call.end(trailers));
  },
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_, port) => console.log(port));
process.stdin.on('end', () => process.exit()).resume();
