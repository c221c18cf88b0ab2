// The demo page: a conversation through picasso-client.js, and which way the answers come.
import { PicassoClient } from './picasso-client.js';

const modes = {
  streaming: () => 'streaming',
  legacy: (reason) => `legacy route (${reason})`,
  again: () => 'connection lost, asking again',
  failed: (reason) => `no answer (${reason})`,
};

const hint = document.getElementById('hint');
const conversation = document.getElementById('conversation');
const form = document.getElementById('question');
const message = document.getElementById('message');
const send = document.getElementById('send');
const stop = document.getElementById('stop');
const mode = document.getElementById('mode');

/** What the client said last; shown again when a lost connection is back. */
let entered;

function show(name, reason) {
  mode.dataset.mode = name;
  mode.textContent = modes[name](reason);
}

async function connect() {
  const settings = await fetch('config.json', { cache: 'no-store' });
  return new PicassoClient({
    ...(await settings.json()),
    onMode(...what) {
      entered = what;
      show(...what);
    },
  });
}

let connected;

/** A page that could not read its settings tries again with the next question. */
function client() {
  connected ??= connect().catch(() => {
    connected = undefined;
    throw Object.assign(new Error('the page could not read its settings'), { code: 'no_settings' });
  });
  return connected;
}

/** Adds to the conversation and stays at its end, unless the reader has scrolled up. */
function following(change) {
  const view = document.scrollingElement;
  const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < 80;
  const result = change();
  if (atEnd) {
    view.scrollTop = view.scrollHeight;
  }
  return result;
}

function say(kind, text = '') {
  hint.hidden = true;
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  conversation.append(item);
  document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight;
  return item;
}

/** Readers of the screen are told the answer once, when it is whole. */
function busy(answer, is) {
  answer.setAttribute('aria-busy', String(is));
  conversation.setAttribute('aria-busy', String(is));
  send.setAttribute('aria-disabled', String(is));
  stop.hidden = !is;
}

function failed(answer, question, code) {
  show('failed', code);
  answer.classList.add('failed');
  answer.textContent = `No answer came (${code}).`;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Ask again';
  again.addEventListener('click', () => {
    if (send.getAttribute('aria-disabled') !== 'true') {
      again.remove();
      message.focus();
      ask(question);
    }
  });
  answer.append(again);
}

function take(part, answer) {
  if (part.type === 'text') {
    answer.append(part.text);
    if (entered && mode.dataset.mode !== entered[0]) {
      show(...entered);
    }
  } else if (part.type === 'restart') {
    answer.replaceChildren();
    show('again');
  } else if (part.type === 'done') {
    answer.dataset.mode = part.mode;
  }
}

async function ask(question) {
  say('asked', question);
  const answer = say('answered');
  const abort = new AbortController();
  stop.onclick = () => {
    abort.abort();
    message.focus();
  };
  busy(answer, true);
  try {
    for await (const part of (await client()).ask(question, { signal: abort.signal })) {
      following(() => take(part, answer));
    }
  } catch (failure) {
    if (abort.signal.aborted) {
      answer.classList.add('stopped');
    } else {
      following(() => failed(answer, question, failure.code ?? 'unreachable'));
    }
  } finally {
    busy(answer, false);
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = message.value.trim();
  if (question && send.getAttribute('aria-disabled') !== 'true') {
    message.value = '';
    ask(question);
  }
});

message.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

await client().catch((failure) => show('failed', failure.code));
form.dataset.ready = 'true';
