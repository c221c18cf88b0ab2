// The demo page: a conversation through picasso-client.js, and which way the answers come.
import { PicassoClient } from './picasso-client.js';

const modes = {
  streaming: () => 'streaming',
  legacy: (reason) => `legacy route (${reason})`,
};

const conversation = document.getElementById('conversation');
const form = document.getElementById('question');
const message = document.getElementById('message');
const send = document.getElementById('send');
const stop = document.getElementById('stop');
const mode = document.getElementById('mode');

const settings = await (await fetch('config.json', { cache: 'no-store' })).json();
const client = new PicassoClient({
  ...settings,
  onMode(name, reason) {
    mode.dataset.mode = name;
    mode.textContent = modes[name](reason);
  },
});

function say(kind, text = '') {
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  conversation.append(item);
  item.scrollIntoView({ block: 'end' });
  return item;
}

async function ask(question) {
  say('asked', question);
  const answer = say('answered');
  answer.setAttribute('aria-busy', 'true');
  const abort = new AbortController();
  stop.onclick = () => abort.abort();
  stop.hidden = false;
  send.disabled = true;
  try {
    for await (const part of client.ask(question, { signal: abort.signal })) {
      if (part.type === 'text') answer.append(part.text);
      if (part.type === 'restart') answer.replaceChildren();
      if (part.type === 'done') answer.dataset.mode = part.mode;
    }
  } catch (failure) {
    if (!abort.signal.aborted) {
      answer.classList.add('failed');
      answer.textContent = `No answer: ${failure.code ?? 'unreachable'}. Ask again in a moment.`;
    }
  } finally {
    answer.setAttribute('aria-busy', 'false');
    stop.hidden = true;
    send.disabled = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = message.value.trim();
  if (question && !send.disabled) {
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

form.dataset.ready = 'true';
