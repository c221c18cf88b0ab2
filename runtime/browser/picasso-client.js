/**
 * The browser's side of the Picasso chat service: gets a token, streams an answer, survives being
 * put aside and taken up again, and falls back to the legacy route when streaming fails. An ES module
 * without dependencies, for every browser with fetch and ReadableStream (Safari 15 and later).
 *
 *     const chat = new PicassoClient({ master: 'https://.../', tenant: 'f4a1c09e' });
 *     for await (const part of chat.ask('When is the clinic open?')) {
 *       if (part.type === 'text') answer.append(part.text);
 *       if (part.type === 'restart') answer.replaceChildren();
 *     }
 *
 * Nothing here writes to the console or to storage: what users type stays in the page.
 */

/** Times in milliseconds, and how often a stream is tried. */
export const LIMITS = Object.freeze({
  /** How long a stream may be silent. The service sends a heartbeat within a second of a gap. */
  silence: 8_000,
  /** How long a page may be put aside before its stream is taken for dead. */
  away: 3_000,
  /** How often an answer is streamed before the legacy route is asked. */
  attempts: 3,
  /** The pause before the second try; each later one is twice as long. */
  pause: 400,
  /** A token with less than this left is renewed before it is used. */
  tokenMargin: 30_000,
  /** How long any other request may take. */
  request: 30_000,
  /** How long what the service says of streaming is believed. */
  configuration: 300_000,
});

/** What went wrong, with the service's stable code; `code` is one of the service's or of the client's own. */
export class ChatError extends Error {
  constructor(code, message, status = 0) {
    super(message);
    this.name = 'ChatError';
    this.code = code;
    this.status = status;
  }
}

/**
 * Server-Sent Events from bytes: lines end in CR, LF or CRLF, wherever a chunk was cut, in the middle of
 * a character too.
 */
export class EventParser {
  #decoder = new TextDecoder();
  #line = '';
  #skipLineFeed = false;
  #event = { type: 'message', data: [], id: undefined };
  #lastId = undefined;

  /** The id of the last event, to go on from. */
  get lastId() {
    return this.#lastId;
  }

  /** The events that a chunk completes. An event that was never ended by an empty line is not one. */
  push(bytes) {
    const events = [];
    const text = this.#decoder.decode(bytes, { stream: true });
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === 10 && this.#skipLineFeed) {
        this.#skipLineFeed = false;
        from = at + 1;
        continue;
      }
      this.#skipLineFeed = char === 13;
      if (char === 10 || char === 13) {
        this.#endLine(this.#line + text.slice(from, at), events);
        this.#line = '';
        from = at + 1;
      }
    }
    this.#line += text.slice(from);
    return events;
  }

  #endLine(line, events) {
    if (line === '') {
      this.#dispatch(events);
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) {
      return;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.#event.type = value;
    } else if (field === 'data') {
      this.#event.data.push(value);
    } else if (field === 'id' && !value.includes('\0')) {
      this.#event.id = value;
    }
  }

  #dispatch(events) {
    const { type, data, id } = this.#event;
    this.#event = { type: 'message', data: [], id: undefined };
    if (id !== undefined) {
      this.#lastId = id;
    }
    if (data.length > 0) {
      events.push({ type: type || 'message', data: data.join('\n'), id: this.#lastId });
    }
  }
}

/** The token in use and the conversation it is for; one request for a new one at a time, however many ask. */
class Credentials {
  #request;
  #margin;
  #now;
  #token;
  #pending;

  constructor(request, margin, now) {
    this.#request = request;
    this.#margin = margin;
    this.#now = now;
  }

  /** The id that the service gave the conversation. */
  get session() {
    return this.#token?.session;
  }

  /** A token that is good for some time yet. */
  token() {
    if (this.#token && this.#token.until - this.#now() > this.#margin) {
      return Promise.resolve(this.#token.value);
    }
    return this.renew();
  }

  /** A new token, refreshed where that is possible, else issued. */
  renew() {
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetch() {
    const refresh = this.#token?.refresh;
    this.#token = undefined;
    let answer;
    if (refresh) {
      answer = await this.#request('refresh_token', { refresh_token: refresh }).catch(() => undefined);
    }
    answer ??= await this.#request('issue_token', {});
    this.#token = {
      value: answer.token,
      session: answer.session,
      refresh: answer.refresh_token,
      until: this.#now() + 1000 * answer.expires_in,
    };
    return answer.token;
  }
}

/** Whether the page is in front, as a promise to wait for and an instant to compare with. */
class Attention {
  #document;
  #awaySince;
  #waiting = [];
  #listeners = new Set();

  constructor(target) {
    this.#document = target.document;
    this.#awaySince = this.#document?.visibilityState === 'hidden' ? Date.now() : undefined;
    const away = () => (this.#awaySince ??= Date.now());
    const back = () => {
      if (this.#document?.visibilityState !== 'hidden') {
        this.#return();
      }
    };
    target.addEventListener?.('pagehide', away);
    target.addEventListener?.('pageshow', back);
    this.#document?.addEventListener('visibilitychange', () =>
      this.#document.visibilityState === 'hidden' ? away() : back(),
    );
  }

  #return() {
    const away = this.#awaySince === undefined ? 0 : Date.now() - this.#awaySince;
    this.#awaySince = undefined;
    for (const listener of this.#listeners) {
      listener(away);
    }
    for (const resolve of this.#waiting.splice(0)) {
      resolve();
    }
  }

  /** Resolves as soon as the page is in front. */
  inFront() {
    return this.#awaySince === undefined ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Calls a listener with the milliseconds the page was away whenever it comes back; returns how to stop. */
  onReturn(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A conversation with the chat service. */
export class PicassoClient {
  #master;
  #tenant;
  #fetch;
  #listener;
  #attention;
  #credentials;
  #limits;
  #now;
  #config;
  #mode = 'unknown';

  /**
   * @param {object} options
   * @param {string} options.master URL of the master function
   * @param {string} options.tenant the tenant's public hash
   * @param {(mode: 'streaming' | 'legacy', reason: string) => void} [options.onMode] told when the mode changes
   * @param {typeof fetch} [options.fetch] in place of the browser's
   * @param {object} [options.page] the window whose coming and going is heeded
   * @param {Partial<typeof LIMITS>} [options.limits] other times than {@link LIMITS}
   * @param {() => number} [options.now] the wall clock in milliseconds
   */
  constructor({ master, tenant, onMode, fetch, page, limits, now }) {
    this.#limits = { ...LIMITS, ...limits };
    this.#now = now ?? (() => Date.now());
    this.#master = new URL(master);
    this.#tenant = tenant;
    this.#listener = onMode ?? (() => {});
    this.#fetch = fetch ?? globalThis.fetch.bind(globalThis);
    this.#attention = new Attention(page ?? globalThis);
    this.#credentials = new Credentials((action, body) => this.#post(action, body), this.#limits.tokenMargin, this.#now);
  }

  /** How answers come at present: `streaming`, `legacy`, or `unknown` before the first one. */
  get mode() {
    return this.#mode;
  }

  /**
   * Asks a question and yields the answer's parts: `{type: 'text', text}` to append, `{type: 'restart'}` when
   * what came so far is to be dropped because the answer begins anew, and `{type: 'done', mode}` at its end.
   *
   * @param {string} message
   * @param {{signal?: AbortSignal}} [options]
   * @throws {ChatError} when neither streaming nor the legacy route can answer
   */
  async *ask(message, { signal } = {}) {
    const question = { message, request: randomId() };
    const config = await this.#configuration();
    let reason = 'off';
    if (config.streaming) {
      const shown = { text: false };
      try {
        yield* this.#streamed(config.url, question, shown, signal);
        return;
      } catch (failure) {
        if (signal?.aborted) {
          await this.#cancel(config.url, question);
          throw signal.reason;
        }
        if (failure instanceof ChatError && isFinal(failure)) {
          throw failure;
        }
        reason = failure.code ?? 'unreachable';
        if (shown.text) {
          yield { type: 'restart' };
        }
      }
    }
    this.#enter('legacy', reason);
    const answer = await this.#post('chat', question, await this.#credentials.token(), signal);
    yield { type: 'text', text: answer.answer };
    yield { type: 'done', mode: 'legacy' };
  }

  async #configuration() {
    if (!this.#config || this.#config.until < this.#now()) {
      await this.#credentials.token();
      const answer = await this.#request('config', { method: 'GET' }, { session: this.#credentials.session })
        .catch(() => undefined);
      this.#config = {
        streaming: answer?.streaming?.enabled === true && typeof answer.streaming.url === 'string',
        url: answer?.streaming?.url,
        until: this.#now() + (answer ? this.#limits.configuration : 10_000),
      };
    }
    return this.#config;
  }

  async *#streamed(url, question, shown, signal) {
    let failure;
    for (let attempt = 0; attempt < this.#limits.attempts; attempt++) {
      if (attempt > 0) {
        await this.#attention.inFront();
        await pause(this.#limits.pause * 2 ** (attempt - 1), signal);
      }
      if (shown.text) {
        shown.text = false;
        yield { type: 'restart' };
      }
      try {
        yield* this.#attempt(url, question, shown, signal, attempt > 0 && failure.status === 401);
        return;
      } catch (error) {
        signal?.throwIfAborted();
        failure = error;
        if (error instanceof ChatError && !isWorthAnother(error)) {
          throw error;
        }
      }
    }
    throw failure;
  }

  async *#attempt(url, question, shown, signal, renewed) {
    const token = await (renewed ? this.#credentials.renew() : this.#credentials.token());
    const watch = new Watch(signal, this.#attention, this.#limits);
    try {
      const response = await this.#fetch(url, {
        method: 'POST',
        headers: { ...this.#headers(), 'x-jwt-token': token, accept: 'text/event-stream' },
        body: JSON.stringify(question),
        signal: watch.signal,
        cache: 'no-store',
        credentials: 'omit',
      });
      if (!response.ok) {
        throw await refusal(response);
      }
      this.#enter('streaming', 'on');
      for await (const event of events(response.body, watch)) {
        const data = parsed(event.data);
        if (event.type === 'token') {
          shown.text = true;
          yield { type: 'text', text: data.text };
        } else if (event.type === 'done') {
          yield { type: 'done', mode: 'streaming' };
          return;
        } else if (event.type === 'error' || event.type === 'revoked') {
          throw new ChatError(data.code ?? event.type, 'the stream ended: ' + (data.code ?? event.type));
        }
      }
      throw new ChatError('cut', 'the stream ended before the answer did');
    } finally {
      watch.stop();
    }
  }

  /** Tells the service, which does not see a client leave, that nobody reads the answer any more. */
  async #cancel(url, question) {
    const target = new URL(url);
    target.searchParams.set('action', 'cancel');
    await this.#fetch(target.href, {
      method: 'POST',
      headers: { ...this.#headers(), 'x-jwt-token': await this.#credentials.token() },
      body: JSON.stringify({ request: question.request }),
      credentials: 'omit',
      keepalive: true,
    }).catch(() => undefined);
  }

  #enter(mode, reason) {
    if (this.#mode !== mode) {
      this.#mode = mode;
      this.#listener(mode, reason);
    }
  }

  #headers() {
    return { 'content-type': 'application/json', 'x-tenant-hash': this.#tenant };
  }

  #post(action, body, token, signal) {
    const headers = token ? { 'x-jwt-token': token } : {};
    return this.#request(action, { method: 'POST', headers, body: JSON.stringify(body), signal });
  }

  async #request(action, { headers, signal, ...init }, query = {}) {
    const url = new URL(this.#master);
    for (const [name, value] of Object.entries({ action, ...query })) {
      url.searchParams.set(name, value);
    }
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.#limits.request);
    const abort = () => limit.abort();
    signal?.addEventListener('abort', abort);
    try {
      const response = await this.#fetch(url.href, {
        ...init,
        headers: { ...this.#headers(), ...headers },
        signal: limit.signal,
        cache: 'no-store',
        credentials: 'omit',
      });
      if (!response.ok) {
        throw await refusal(response);
      }
      return await response.json();
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}

/** Aborts a stream that has fallen silent, or whose page was away too long for it to be alive. */
class Watch {
  #controller = new AbortController();
  #silence;
  #timer;
  #forget;

  constructor(signal, attention, limits) {
    this.#silence = limits.silence;
    this.signal = this.#controller.signal;
    const abort = () => this.#controller.abort();
    signal?.addEventListener('abort', abort);
    const stopListening = attention.onReturn((away) => away > limits.away && abort());
    this.#forget = () => {
      signal?.removeEventListener('abort', abort);
      stopListening();
    };
    this.heard();
  }

  /** Something came. */
  heard() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.#silence);
  }

  /** The stream is over, however it ended. */
  stop() {
    clearTimeout(this.#timer);
    this.#forget();
    this.#controller.abort();
  }
}

async function* events(body, watch) {
  const parser = new EventParser();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    watch.heard();
    yield* parser.push(value);
  }
}

async function refusal(response) {
  const body = await response.json().catch(() => undefined);
  const code = body?.error?.code ?? 'http_' + response.status;
  return new ChatError(code, body?.error?.message ?? 'the service answered ' + response.status, response.status);
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    throw new ChatError('bad_event', 'an event of the stream is not JSON');
  }
}

/** The question itself was refused; no other way of asking it helps. */
function isFinal(failure) {
  return [400, 413, 422].includes(failure.status);
}

/** Another stream may do better: it was cut, the token was too old, or the service is busy. */
function isWorthAnother(failure) {
  return failure.status === 0 ? failure.code !== 'revoked' : failure.status === 401 || failure.status >= 500;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
