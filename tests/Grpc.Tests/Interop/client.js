// Calls the test service with grpc-js: every kind of call, metadata, gzip, a deadline and a status with details.
// Prints one JSON object; the test looks at it.
const [, , tools, protos, address] = process.argv;
const grpc = require(`${tools}/@grpc/grpc-js`);
const loader = require(`${tools}/@grpc/proto-loader`);

const definition = loader.loadSync('echo/v1/echo.proto', { includeDirs: protos.split(','), longs: String });
const { TestService } = grpc.loadPackageDefinition(definition).echo.v1;
const client = new TestService(address, grpc.credentials.createInsecure(), {
  'grpc.default_compression_algorithm': 2,
});

const call = (method, request, metadata = new grpc.Metadata(), options = {}) =>
  new Promise((resolve) => {
    const answer = {};
    client[method](request, metadata, options, (error, reply) => {
      Object.assign(answer, { reply, code: error?.code ?? 0, text: error?.details });
      answer.details = error?.metadata?.get('grpc-status-details-bin')?.[0]?.toString('hex');
    }).on('status', (status) => {
      answer.trailer = status.metadata.get('echo-x-bin')[0]?.toString('hex');
      setImmediate(resolve, answer);
    });
  });

const read = (stream) =>
  new Promise((resolve) => {
    const texts = [];
    stream.on('data', (reply) => texts.push(reply.text));
    stream.on('error', () => {});
    stream.on('status', (status) => resolve({ texts, code: status.code }));
  });

async function main() {
  const metadata = new grpc.Metadata();
  metadata.set('echo-x-bin', Buffer.from([0, 255, 7]));
  const said = {};
  said.unary = await call('Say', { text: 'hej', payload: Buffer.alloc(50000) }, metadata);
  said.failure = await call('Say', { failure: { code: 9, message: 'nej: å', details: Buffer.from([1, 2]) } });
  said.missing = await call('Missing', {});
  said.deadline = await call('Say', { wait: true }, new grpc.Metadata(), { deadline: Date.now() + 200 });
  said.server = await read(client.Repeat({ text: 'x', count: 3 }));
  said.client = await new Promise((resolve) => {
    const stream = client.Collect((error, reply) => resolve({ code: error?.code ?? 0, text: reply?.text }));
    ['a', 'b'].forEach((text) => stream.write({ text }));
    stream.end();
  });
  const chat = client.Chat();
  const answers = read(chat);
  ['a', 'b'].forEach((text) => chat.write({ text }));
  chat.end();
  said.duplex = await answers;
  said.unary.size = said.unary.reply.payload.length;
  delete said.unary.reply.payload;
  console.log(JSON.stringify(said));
  client.close();
}

main();
