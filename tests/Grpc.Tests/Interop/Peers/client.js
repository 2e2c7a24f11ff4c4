// Makes calls with grpc-js, each as a line of JSON says, and tells what came of it as a line of JSON. Messages are
// bytes in and bytes out: what is tried here is the protocol around them.
const [, , tools, , authority] = process.argv;
const grpc = require(`${tools}/@grpc/grpc-js`);
const lines = require('node:readline').createInterface({ input: process.stdin });

const plainText = grpc.credentials.createInsecure();
const clients = {
  false: new grpc.Client(authority, plainText),
  true: new grpc.Client(authority, plainText, { 'grpc.default_compression_algorithm': 2 }),
};
const same = (bytes) => bytes;

// The streams of Node know no flags of a message; an interceptor can set them.
class Flagged extends grpc.InterceptingCall {
  constructor(next, steps) {
    super(next);
    this.sends = steps.filter((step) => step.do === 'send');
  }

  sendMessageWithContext(context, message) {
    super.sendMessageWithContext({ ...context, flags: this.sends.shift().isPlain ? 2 : 0 }, message);
  }
}

function begin(line, told, metadata) {
  const client = clients[line.packs];
  const options = { interceptors: [(options, next) => new Flagged(next(options), line.steps)] };
  if (line.timeout !== null) options.deadline = Date.now() + line.timeout;
  const first = () => Buffer.from(line.steps[0].message, 'base64');
  const one = (error, reply) => reply && told.replies.push(reply);
  switch (line.kind) {
    case 'Unary':
      return client.makeUnaryRequest(line.path, same, same, first(), metadata, options, one);
    case 'ServerStreaming':
      return client.makeServerStreamRequest(line.path, same, same, first(), metadata, options);
    case 'ClientStreaming':
      return client.makeClientStreamRequest(line.path, same, same, metadata, options, one);
    default:
      return client.makeBidiStreamRequest(line.path, same, same, metadata, options);
  }
}

async function perform(line) {
  const metadata = new grpc.Metadata();
  if (line.initial !== null) metadata.set('interop-initial', line.initial);
  if (line.trailing !== null) metadata.set('interop-trailing-bin', Buffer.from(line.trailing, 'hex'));
  const told = { replies: [] };
  let wake = () => {};
  let taken = 0;
  const call = begin(line, told, metadata);
  call.on('metadata', (initial) => (told.initial = initial.get('interop-initial')[0]));
  call.on('data', (reply) => wake(told.replies.push(reply)));
  call.on('error', () => {});
  const ended = new Promise((resolve) =>
    call.on('status', ({ code, details, metadata: trailers }) => {
      told.trailing = trailers.get('interop-trailing-bin')[0]?.toString('hex');
      told.details = trailers.get('grpc-status-details-bin')[0]?.toString('hex');
      Object.assign(told, { code, message: details });
      // The callback with a reply comes after the status.
      setImmediate(() => resolve(wake()));
    }));
  const one = ['Unary', 'ServerStreaming'].includes(line.kind);
  for (const step of one ? [] : line.steps) {
    if (step.do === 'send') call.write(Buffer.from(step.message, 'base64'));
    else if (step.do === 'close') call.end();
    else if (step.do === 'cancel') call.cancel();
    else for (taken++; told.replies.length < taken && told.code === undefined;) await new Promise((r) => (wake = r));
  }
  await ended;
  return { ...told, replies: told.replies.map((reply) => reply.toString('base64')) };
}

lines.on('line', async (text) => {
  const line = JSON.parse(text);
  const outcomes = await Promise.all(Array.from({ length: line.atOnce }, () => perform(line)));
  console.log(JSON.stringify(outcomes));
});
lines.on('close', () => process.exit());
