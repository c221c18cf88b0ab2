// Proves the client against a real HTTP server on loopback that speaks the service's protocol.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';

// The client is an ES module by its page's word; Node needs to be told.
const source = readFileSync(new URL('picasso-client.js', import.meta.url), 'utf8');
const { ChatError, EventParser, PicassoClient } = await import(
  'data:text/javascript;base64,' + Buffer.from(source).toString('base64')
);

const bytes = (text) => new TextEncoder().encode(text);
const sse = (type, data, id) => `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;

describe('EventParser', () => {
  const stream = ': padding\r\n\r\nid: 1\revent: token\rdata: {"text":"naïve 🙂"}\r\r' + 'data: a\ndata:b\n\nid: 3\r\ndata\r\n\r\n';
  const expected = [
    { type: 'token', data: '{"text":"naïve 🙂"}', id: '1' },
    { type: 'message', data: 'a\nb', id: '1' },
    { type: 'message', data: '', id: '3' },
  ];

  for (let size = 1; size <= 7; size++) {
    it(`reads the same events when chunks have ${size} bytes`, () => {
      const parser = new EventParser();
      const all = bytes(stream);
      const events = [];
      for (let at = 0; at < all.length; at += size) {
        events.push(...parser.push(all.slice(at, at + size)));
      }
      assert.deepEqual(events, expected);
      assert.equal(parser.lastId, '3');
    });
  }

  it('leaves out an event that no empty line ended', () => {
    assert.deepEqual(new EventParser().push(bytes('data: cut')), []);
  });

  it('takes a CRLF cut between two chunks for one line end', () => {
    const parser = new EventParser();
    assert.deepEqual(parser.push(bytes('data: a\r')), []);
    assert.deepEqual(parser.push(bytes('\ndata: b\r')), []);
    assert.deepEqual(parser.push(bytes('\n\r')), [{ type: 'message', data: 'a\nb', id: undefined }]);
    assert.deepEqual(parser.push(bytes('\n')), []);
  });
});

describe('PicassoClient', () => {
  let server;
  let base;
  let requests;
  let service;

  beforeEach(async () => {
    requests = [];
    service = {
      config: () => ({ streaming: { enabled: true, url: base + 'stream' } }),
      issue_token: () => ({ token: 'first', session: 's1', refresh_token: 'r1', expires_in: 900 }),
      refresh_token: () => ({ token: 'second', session: 's1', refresh_token: 'r2', expires_in: 900 }),
      chat: () => ({ answer: 'by the old way' }),
      cancel: () => ({ status: 202, body: {} }),
      stream: (response) => {
        response.write(sse('token', { text: 'Good ' }, 1) + sse('token', { text: 'day' }, 2));
        response.end(sse('done', {}, 3));
      },
    };
    server = createServer(async (request, response) => {
      const url = new URL(request.url, base);
      let body = '';
      for await (const chunk of request) body += chunk;
      const action = url.searchParams.get('action') ?? 'stream';
      const seen = { action, query: url.searchParams, body: body ? JSON.parse(body) : undefined, headers: request.headers };
      requests.push(seen);
      if (action === 'stream') {
        await service.stream(response, seen);
        return;
      }
      const answer = service[action](seen);
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body ?? answer));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${server.address().port}/`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  let now = 1_700_000_000_000;
  const modes = [];
  const limits = { silence: 400, pause: 5, away: 200 };
  const client = (more = {}) => {
    modes.length = 0;
    return new PicassoClient({
      master: base,
      tenant: 'f4a1c09e',
      onMode: (mode, reason) => modes.push(`${mode}: ${reason}`),
      limits,
      now: () => now,
      ...more,
    });
  };
  const collect = async (parts) => {
    let text = '';
    let end;
    let restarts = 0;
    for await (const part of parts) {
      if (part.type === 'text') text += part.text;
      if (part.type === 'restart') [text, restarts] = ['', restarts + 1];
      if (part.type === 'done') end = part.mode;
    }
    return { text, end, restarts };
  };
  const actions = () => requests.map((request) => request.action);
  const failing = (status, code) => ({ status, body: { error: { code, message: 'no' } } });
  const refuse = (response, status, code) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code, message: 'no' } }));
  };

  it('gets a token, streams the answer and says in which mode', async () => {
    const answer = await collect(client().ask('hello'));
    assert.deepEqual(answer, { text: 'Good day', end: 'streaming', restarts: 0 });
    assert.deepEqual(actions(), ['issue_token', 'config', 'stream']);
    assert.deepEqual(modes, ['streaming: on']);
    const asked = requests.at(-1);
    assert.equal(asked.headers['x-jwt-token'], 'first');
    assert.equal(asked.headers['x-tenant-hash'], 'f4a1c09e');
    assert.equal(asked.body.message, 'hello');
    assert.equal(requests[1].query.get('session'), 's1');
  });

  it('keeps its token and configuration for the next question', async () => {
    const chat = client();
    await collect(chat.ask('one'));
    await collect(chat.ask('two'));
    assert.deepEqual(actions(), ['issue_token', 'config', 'stream', 'stream']);
  });

  it('refreshes a token that is about to expire, in mid-conversation', async () => {
    const chat = client();
    await collect(chat.ask('one'));
    now += 880_000;
    await collect(chat.ask('two'));
    assert.deepEqual(actions(), ['issue_token', 'config', 'stream', 'refresh_token', 'config', 'stream']);
    assert.equal(requests[3].body.refresh_token, 'r1');
    assert.equal(requests[5].headers['x-jwt-token'], 'second');
  });

  it('asks for one token only, however many questions wait for it', async () => {
    const chat = client();
    await Promise.all([collect(chat.ask('one')), collect(chat.ask('two')), collect(chat.ask('three'))]);
    assert.equal(actions().filter((action) => action === 'issue_token').length, 1);
  });

  it('takes a new token when the refresh is refused', async () => {
    service.refresh_token = () => failing(401, 'refresh_reused');
    const chat = client();
    await collect(chat.ask('one'));
    now += 880_000;
    assert.equal((await collect(chat.ask('two'))).text, 'Good day');
    assert.equal(actions().filter((action) => action === 'issue_token').length, 2);
  });

  it('renews a token that the stream refuses, and streams', async () => {
    const good = service.stream;
    service.stream = (response, seen) =>
      seen.headers['x-jwt-token'] === 'first' ? refuse(response, 401, 'token_expired') : good(response);
    assert.deepEqual(await collect(client().ask('hello')), { text: 'Good day', end: 'streaming', restarts: 0 });
  });

  it('begins anew when a stream is cut in the middle', async () => {
    const good = service.stream;
    let cuts = 0;
    service.stream = (response) => {
      if (cuts++ === 0) {
        response.write(sse('token', { text: 'half an ans' }, 1), () => response.destroy());
      } else {
        good(response);
      }
    };
    assert.deepEqual(await collect(client().ask('hello')), { text: 'Good day', end: 'streaming', restarts: 1 });
    const [first, second] = requests.filter((request) => request.action === 'stream');
    assert.equal(first.body.request, second.body.request);
  });

  it('does not take an end without "done" for the whole answer', async () => {
    service.stream = (response) => response.end(sse('token', { text: 'half' }, 1));
    assert.deepEqual(await collect(client().ask('hello')), { text: 'by the old way', end: 'legacy', restarts: 3 });
    assert.deepEqual(modes, ['streaming: on', 'legacy: cut']);
  });

  it('gives a silent stream up and falls back', async () => {
    service.stream = (response) => response.write(sse('token', { text: 'wait' }, 1));
    const answer = await collect(client({ limits: { ...limits, attempts: 1 } }).ask('hello'));
    assert.deepEqual(answer, { text: 'by the old way', end: 'legacy', restarts: 1 });
  });

  it('lives on heartbeats however long the answer takes', async () => {
    service.stream = async (response) => {
      for (let beat = 0; beat < 6; beat++) {
        response.write(': heartbeat\n\n');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      response.end(sse('token', { text: 'late' }, 1) + sse('done', {}, 2));
    };
    assert.deepEqual(await collect(client().ask('hello')), { text: 'late', end: 'streaming', restarts: 0 });
  });

  it('falls back when the Function URL is switched off', async () => {
    service.stream = (response) => refuse(response, 429, 'rate_exceeded');
    const answer = await collect(client().ask('hello'));
    assert.deepEqual(answer, { text: 'by the old way', end: 'legacy', restarts: 0 });
    assert.deepEqual(modes, ['legacy: rate_exceeded']);
    assert.equal(requests.at(-1).headers['x-jwt-token'], 'first');
  });

  it('falls back when nobody answers at the Function URL', async () => {
    service.config = () => ({ streaming: { enabled: true, url: 'http://127.0.0.1:1/' } });
    assert.equal((await collect(client().ask('hello'))).end, 'legacy');
    assert.deepEqual(modes, ['legacy: unreachable']);
  });

  it('does not try to stream for a tenant without streaming', async () => {
    service.config = () => ({ streaming: { enabled: false } });
    assert.equal((await collect(client().ask('hello'))).end, 'legacy');
    assert.deepEqual(actions(), ['issue_token', 'config', 'chat']);
    assert.deepEqual(modes, ['legacy: off']);
  });

  it('falls back and drops the partial answer when its access is revoked in mid-stream', async () => {
    service.stream = (response) => response.end(sse('token', { text: 'so' }, 1) + sse('revoked', { code: 'revoked' }, 2));
    service.chat = () => failing(401, 'token_revoked');
    await assert.rejects(collect(client().ask('hello')), (error) => {
      assert(error instanceof ChatError);
      assert.equal(error.code, 'token_revoked');
      return true;
    });
    assert.equal(actions().filter((action) => action === 'stream').length, 1);
  });

  it('reports a question that the service refuses, without asking it again', async () => {
    service.stream = (response) => refuse(response, 413, 'message_too_long');
    await assert.rejects(collect(client().ask('x')), { code: 'message_too_long', status: 413 });
    assert.deepEqual(actions(), ['issue_token', 'config', 'stream']);
  });

  it('stops at once when the page says so, and tells the service', async () => {
    service.stream = (response) => response.write(sse('token', { text: 'wait' }, 1));
    const stop = new AbortController();
    const parts = client().ask('hello', { signal: stop.signal });
    await parts.next();
    setTimeout(() => stop.abort(), 20);
    await assert.rejects(parts.next(), { name: 'AbortError' });
    assert.deepEqual(actions(), ['issue_token', 'config', 'stream', 'cancel']);
    assert.deepEqual(requests[3].body, { request: requests[2].body.request });
  });

  it('streams anew when the page comes back after its stream must have died', async () => {
    const page = Object.assign(new EventTarget(), {
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    });
    const good = service.stream;
    let streams = 0;
    service.stream = (response) => {
      if (streams++ > 0) {
        good(response);
        return;
      }
      response.write(sse('token', { text: 'before' }, 1));
      page.dispatchEvent(new Event('pagehide'));
      setTimeout(() => page.dispatchEvent(new Event('pageshow')), 500);
    };
    const answer = await collect(client({ page, limits: { ...limits, silence: 5_000 } }).ask('hello'));
    assert.deepEqual(answer, { text: 'Good day', end: 'streaming', restarts: 1 });
  });

  it('lets a stream live through a short absence', async () => {
    const page = Object.assign(new EventTarget(), {
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    });
    service.stream = (response) => {
      response.write(sse('token', { text: 'on ' }, 1));
      page.dispatchEvent(new Event('pagehide'));
      setTimeout(() => {
        page.dispatchEvent(new Event('pageshow'));
        response.end(sse('token', { text: 'and on' }, 2) + sse('done', {}, 3));
      }, 5);
    };
    const answer = await collect(client({ page }).ask('hello'));
    assert.deepEqual(answer, { text: 'on and on', end: 'streaming', restarts: 0 });
  });
});
