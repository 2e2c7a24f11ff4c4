// The public API as the story uses it: sign in, call, follow a live list. Nothing but what any client has.
export function signIn(issuer) {
  return async (username) => {
    const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'naravard-cli', username, password: 'naravard' }),
    });
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status}`);
    return (await answer.json()).access_token;
  };
}

export function caller(gateway, token) {
  return async (method, path, body) => {
    const answer = await fetch(gateway + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
  };
}

/** Follows a live list; `next(test)` gives the first event, now or later, that the test accepts. */
export async function follow(gateway, path, token) {
  const stop = new AbortController();
  const answer = await fetch(gateway + path, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' }, signal: stop.signal,
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const seen = [];
  const waiting = new Set();
  (async () => {
    let rest = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const data = event.split('\n').find((line) => line.startsWith('data: '));
        if (!data) continue;
        seen.push(JSON.parse(data.slice(6)));
        for (const look of waiting) look();
      }
    }
  })().catch((fault) => { if (!stop.signal.aborted) throw fault; });

  return {
    close: () => stop.abort(),
    next: (test) => new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('nothing came within 10 s')), 10_000);
      const look = () => {
        const found = seen.find(test);
        if (!found) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    }),
  };
}
