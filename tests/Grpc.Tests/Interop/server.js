// The test service on grpc-js, for our client. Prints its port.
const [, , tools, protos] = process.argv;
const grpc = require(`${tools}/@grpc/grpc-js`);
const loader = require(`${tools}/@grpc/proto-loader`);

const definition = loader.loadSync('echo/v1/echo.proto', { includeDirs: protos.split(',') });
const { TestService } = grpc.loadPackageDefinition(definition).echo.v1;
const trailers = (call) => {
  const metadata = new grpc.Metadata();
  call.metadata.get('echo-x-bin').forEach((value) => metadata.add('echo-x-bin', value));
  return metadata;
};

const server = new grpc.Server({ 'grpc.default_compression_algorithm': 2 });
server.addService(TestService.service, {
  Say(call, answer) {
    const { failure, wait } = call.request;
    if (wait) return;
    if (!failure) {
      answer(null, call.request, trailers(call));
      return;
    }
    const metadata = new grpc.Metadata();
    metadata.set('grpc-status-details-bin', failure.details);
    answer({ code: failure.code, details: failure.message, metadata });
  },
  Collect(call, answer) {
    const texts = [];
    call.on('data', (request) => texts.push(request.text));
    call.on('end', () => answer(null, { text: texts.join(',') }));
  },
  Repeat(call) {
    for (let i = 0; i < call.request.count; i++) call.write({ text: call.request.text, number: i });
    call.end();
  },
  Chat(call) {
    call.on('data', (request) => call.write({ text: request.text }));
    call.on('end', () => call.end());
  },
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_, port) => console.log(port));
process.stdin.on('end', () => process.exit(0)).resume();
