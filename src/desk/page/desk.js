// The page of the desk: is told the state of the report by events, and shows what has changed.

import { speak, say, digits, make, isThai, send } from './words.js';
import * as pages from './pages.js';
import * as cards from './cards.js';
import * as search from './search.js';
import * as ask from './ask.js';
import * as bones from './bones.js';
import * as edit from './edit.js';
import * as fix from './fix.js';

const by = (id) => document.getElementById(id);
const desk = by('desk');

let state = null;
let fontsShown = '';
let findingsShown = -1;
let builtShown = 0;

// ---- what is above ----

function reason({ better, instrument, part, needed, reached }) {
  const which = part ?? instrument;
  return !which ? say('reasonOverall', better, digits(reached), digits(needed))
    : say('reasonPart', better, digits(reached), digits(needed), which);
}

function showAbove() {
  document.title = [state.agency, state.year && digits(state.year)].filter(Boolean).join(' ') || 'itareport';
  cards.setEditor(state);
  edit.showJournal(state);
  by('downloads').replaceChildren(...state.downloads.map(({ file, name }) => make('a', {
    class: 'button', href: file, target: '_blank', title: say('downloadTitle', name), 'aria-disabled': !state.there && 'true',
  }, name)));
  by('agency').textContent = state.agency ?? state.edition;
  by('letter').textContent = state.letter ?? '';
  by('letter').hidden = !state.letter;
  by('result').replaceChildren(...[
    state.year && say('year', digits(state.year)),
    state.overall && make('button', { type: 'button', 'data-why': 'overall' }, say('score', digits(state.overall))),
    state.level && make('button', { type: 'button', 'data-why': 'level' }, make('b', {}, say('levelIs', state.level))),
    state.reason && make('span', { class: 'reason' }, reason(state.reason)),
  ].filter(Boolean).flatMap((part, i) => (i > 0 ? [' · ', part] : [part])));
  const time = new Date(state.built).toLocaleTimeString(isThai() ? 'th-TH-u-nu-thai' : 'en-GB',
    { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  by('built').textContent = state.there ? say('built', time, digits((state.micros / 1000).toFixed(0))) : '';
  document.body.classList.toggle('broken', state.broken);
  document.body.classList.toggle('read-only', state.readOnly);
  alarm(state.broken ? say(state.there ? 'broken' : 'brokenFirst') : '');
}

const MOST_ERRORS = 4; // said above; the cards say all

// What is wrong, seen wherever one is on the pages; a click leads to its card, a button to a field there.
function alarm(text, errors = []) {
  const list = errors.slice(0, MOST_ERRORS).map((error) => make('li', {},
    make('button', { type: 'button', onclick: () => cards.lead(error) },
      error.file ? make('code', {}, `${error.file.split('/').pop()}:${error.line}`) : null, ' ', error.message),
    fix.canStart(error) ? fix.button(error) : null));
  by('alarm').replaceChildren(text, ...(list.length > 0 ? [make('ul', {}, ...list)] : []));
  by('alarm').hidden = text === '';
}

// ---- fonts ----

// The new list is there before the old one goes, so no letter is ever shown in another font.
async function showFonts() {
  if (state.fonts === fontsShown)
    return;
  fontsShown = state.fonts;
  const old = by('fonts');
  const link = make('link', { rel: 'stylesheet', href: `fonts.css?${state.fonts}` });
  const loaded = new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
  });
  document.head.append(link);
  await loaded;
  old?.remove();
  link.id = 'fonts';
}

// ---- the state ----

let busy = false;

// One state at a time; of those that come meanwhile the latest one counts.
async function follow(next) {
  state = next;
  if (busy)
    return;
  busy = true;
  try {
    for (let now = null; now !== state;) {
      now = state;
      await showState(now);
    }
  } finally {
    busy = false;
  }
}

async function showState(now) {
  if (document.documentElement.lang !== now.language || !document.body.dataset.spoken) {
    speak(now.language);
    document.body.dataset.spoken = '1';
  }
  showAbove();
  await showFonts();
  const { changed, rest } = await pages.show(now);
  requestAnimationFrame(() => setTimeout(() =>
    dispatchEvent(new CustomEvent('desk-shown', { detail: { version: now.version, changed } })), 0));
  if (findingsShown !== now.version && (now.broken || now.audited)) {
    findingsShown = now.version;
    const answer = await fetch('findings');
    if (answer.ok)
      cards.show(await answer.json(), now.broken);
    if (now.broken)
      alarm(say(now.there ? 'broken' : 'brokenFirst'), cards.errors());
  } else {
    cards.arrange();
  }
  if (builtShown !== now.built)
    await ask.refresh();
  builtShown = now.built;
  bones.follow();
  pages.markCurrent();
  await rest;
  document.body.dataset.version = now.version;
}

// ---- events ----

function connect() {
  const events = new EventSource('events');
  events.addEventListener('state', (event) => follow(JSON.parse(event.data)));
  events.addEventListener('page', (event) => pages.take(JSON.parse(event.data)));
  events.addEventListener('show', (event) => ask.showTold(JSON.parse(event.data)));
  events.addEventListener('kept', (event) => {
    const { good, said } = JSON.parse(event.data);
    by('keep').disabled = false;
    dialog(make('h2', {}, say(good ? 'keepDone' : 'keepFailed')), make('pre', {}, said.trim()),
      make('form', { method: 'dialog' }, make('button', {}, say('close'))));
  });
  events.addEventListener('open', () => state && showAbove());
  events.addEventListener('error', () => alarm(say('lost')));
}

// ---- keys and buttons ----

function dialog(...content) {
  const box = by('dialog');
  box.replaceChildren(...content);
  box.showModal();
  return box;
}

function askPage() {
  const field = make('input', { type: 'text', inputmode: 'numeric', 'aria-label': say('goPage') });
  const form = make('form', { method: 'dialog', class: 'ask' }, make('label', {}, say('goPage'), ' ', field),
    make('button', {}, '↵'));
  form.addEventListener('submit', () => {
    const number = Number(field.value.replace(/[๐-๙]/g, (d) => String(d.charCodeAt(0) - 0xe50)));
    if (number > 0)
      pages.go(number);
  });
  dialog(form);
  field.focus();
}

function help() {
  const rows = [['j / k', 'keyFindings'], ['g', 'keyPage'], ['/', 'keySearch'], ['← →', 'keyAsk'], ['e', 'keyEdit'],
    ['+ − 0', 'keyZoom'], ['b', 'keyBones'], ['Esc', 'keyEnd']];
  dialog(make('h2', {}, say('keys')), make('dl', { class: 'keys' },
    ...rows.flatMap(([key, name]) => [make('dt', {}, key), make('dd', {}, say(name))])),
    make('form', { method: 'dialog' }, make('button', {}, say('close'))));
}

const KEYS = {
  j: () => cards.step(1),
  k: () => cards.step(-1),
  g: askPage,
  '/': search.open,
  '?': help,
  '+': () => pages.setZoom(1.2),
  '=': () => pages.setZoom(1.2),
  '-': () => pages.setZoom(1 / 1.2),
  0: () => pages.setZoom(0),
  b: bones.toggle,
  e: () => edit.edit(),
  ArrowRight: () => ask.walk(1),
  ArrowLeft: () => ask.walk(-1),
  Escape: () => (search.isOpen() ? search.close() : ask.close()),
};

addEventListener('keydown', (event) => {
  const typing = event.target.matches('input, textarea, [contenteditable]');
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !typing) {
    event.preventDefault();
    (event.shiftKey ? edit.redo : edit.undo)();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape') || by('dialog').open)
    return;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

by('zoom-in').addEventListener('click', () => pages.setZoom(1.2));
by('zoom-out').addEventListener('click', () => pages.setZoom(1 / 1.2));
by('zoom').addEventListener('click', () => pages.setZoom(0));
by('search').addEventListener('click', () => (search.isOpen() ? search.close() : search.open()));
by('help').addEventListener('click', help);

by('keep').addEventListener('click', async () => {
  by('keep').disabled = true;
  cards.toast(say('keeping'));
  const answer = await send('keep');
  by('keep').disabled = answer.ok;
});

let frame = 0;
desk.addEventListener('scroll', () => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(pages.markCurrent);
}, { passive: true });
addEventListener('resize', () => {
  pages.fit();
  cards.arrange();
});

connect();
