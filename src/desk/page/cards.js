// The cards at the right: what is wrong, each beside the line that it speaks of.

import { say, digits, make, send } from './words.js';
import * as pages from './pages.js';

const list = document.getElementById('cards');
const filter = document.getElementById('filter');

let findings = [];
let shown = 'new';
let chosen = null;

const isKnown = (finding) => finding.known === true;

function matches(finding) {
  return shown === 'all' || (shown === 'known') === isKnown(finding);
}

// Buttons that others add, and what comes below them: functions of a finding.
const actions = [];
export const addAction = (action) => actions.push(action);
const extras = [];
export const addExtra = (extra) => extras.push(extra);

// What a finding quotes may have the signs of bold words, or one of them; the words are shown bold, and no signs.
function withoutSigns(text) {
  const parts = text.split('**');
  return parts.map((part, i) => (i % 2 === 1 && i + 1 < parts.length ? make('b', {}, part) : part));
}

// Letters that nobody sees, and marks without their letter, are shown by a sign.
const seen = (text) => text.replace(/[ \u00a0]/g, '␣').replace(/\n/g, '↵')
  .replace(/[\u200b-\u200f\u00ad\u2060\ufeff]/g, (c) => `U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
  .replace(/^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/, '◌$&');

// What mending changes, in its line: what goes, and what comes.
function changeOf({ before, was, is, after }) {
  const part = (name, text) => (text === '' ? null : make(name, { title: say(name === 'del' ? 'changeGone' : 'changeNew') }, seen(text)));
  return make('p', { class: 'change' }, before.replaceAll('**', ''), part('del', was), part('ins', is), after.replaceAll('**', ''));
}

// Whether the audit found it; what the loader says cannot be let pass.
export const isFinding = (finding) => finding.isFinding;

function newCard(finding) {
  const kind = isKnown(finding) ? 'known' : finding.severity;
  const label = isKnown(finding) ? say('acknowledged') : say(finding.severity);
  const card = make('article', { class: `card ${kind}`, tabindex: 0 },
    make('header', {}, make('b', {}, label), make('code', {}, finding.rule)),
    make('p', { class: 'message' }, ...(finding.isFinding ? withoutSigns(finding.message) : [finding.message])),
    finding.fix?.change && !isKnown(finding) ? changeOf(finding.fix.change) : null,
    ...finding.notes.map((note) => make('p', { class: 'remark' }, ...withoutSigns(note))),
    finding.hint ? make('p', { class: 'hint' }, finding.hint) : null,
    make('footer', {}, ...actions.map((action) => action(finding)).filter(Boolean), ...(finding.file ? placeButtons(finding) : [])),
    ...extras.map((extra) => extra(finding)).filter(Boolean));
  card.addEventListener('focus', () => choose(finding, false));
  card.addEventListener('click', (event) => event.target.closest('form') || choose(finding, true));
  finding.card = card;
  return card;
}

// What opens a place in an editor, where one is known: see the state.
let editor = {};
export const setEditor = (state) => { editor = state; };

export function placeButtons(place) {
  const name = `${place.file}:${place.line}`;
  const quiet = (act) => (event) => {
    event.stopPropagation();
    act();
  };
  const copies = make('button', {
    type: 'button', class: 'place', title: say('copyPlace'), onclick: quiet(() => copy(name)),
  }, name.split('/').pop());
  if (editor.editorLink)
    return [copies, make('a', {
      class: 'button opens', title: say('openPlace'), 'aria-label': say('openPlace'), onclick: quiet(() => {}),
      href: editor.editorLink.replace('{file}', place.file).replace('{line}', place.line),
    }, '↗')];
  return editor.opens ? [copies, make('button', {
    type: 'button', class: 'opens', title: say('openPlace'), 'aria-label': say('openPlace'),
    onclick: quiet(() => send('open', { file: place.file, line: place.line })),
  }, '↗')] : [copies];
}

export function copy(text) {
  navigator.clipboard?.writeText(text).catch(() => {});
  toast(say('copied', text));
}

let toastEnd = 0;
export function toast(text) {
  const element = document.getElementById('toast');
  element.textContent = text;
  element.classList.add('on');
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => element.classList.remove('on'), 2600);
}

// ---- showing ----

export function show(answer, broken) {
  const withBoxes = (list, boxes, fixes, isFinding) => (list ?? []).map((finding, i) => {
    const at = boxes?.[i] ?? [];
    return { ...finding, isFinding, boxes: at, fix: fixes?.[i], page: at[0]?.page, y: at[0]?.y ?? 0 };
  });
  findings = [...withBoxes(answer.messages, answer.messageBoxes, answer.messageFixes, false),
    ...withBoxes(answer.findings, answer.findingBoxes, answer.findingFixes, true)];
  if (broken && shown === 'known')
    shown = 'new';
  draw();
}

function draw() {
  const known = findings.filter(isKnown).length;
  const counts = { new: findings.length - known, all: findings.length, known };
  for (const button of filter.children) {
    const name = button.dataset.filter;
    button.textContent = say(name, digits(counts[name]));
    button.setAttribute('aria-checked', name === shown);
  }
  const cards = findings.filter(matches).map(newCard);
  if (cards.length === 0)
    cards.push(make('p', { class: 'empty' }, say(findings.length === 0 ? 'nothing' : 'nothingNew')));
  const typing = list.contains(document.activeElement) ? document.activeElement : null;
  list.replaceChildren(...cards, ...(guest ? [guest.card] : []));
  if (typing?.isConnected)
    typing.focus({ preventScroll: true }); // a field that went from the old card to the new one
  arrange();
  dots();
}

function dots() {
  const kinds = new Map();
  for (const finding of findings.filter((each) => !isKnown(each) && each.page))
    if (kinds.get(finding.page) !== 'error')
      kinds.set(finding.page, finding.severity);
  pages.setDots(kinds);
}

// A card that is no finding: it has its place first.
let guest = null;

export function arrangeWith(card) {
  guest = card;
  arrange();
}

// Every card as high as its line, or below the card before it. Those without a line come first.
export function arrange() {
  const top = list.getBoundingClientRect().top;
  let free = 0;
  const wanted = (finding) => {
    const page = finding.page && pages.pageAt(finding.page);
    return page ? page.getBoundingClientRect().top - top + finding.y * pages.scale(page) : 0;
  };
  const all = findings.filter(matches).filter((finding) => finding.card?.isConnected);
  const cards = all.map((finding) => ({ card: finding.card, at: wanted(finding) }));
  cards.sort((a, b) => a.at - b.at);
  let taken = null;
  if (guest) {
    const y = Math.max(wanted(guest) - 6, 0);
    taken = { top: y, bottom: y + guest.card.offsetHeight + 8 };
    guest.card.style.setProperty('--top', `${y}px`);
  }
  const heights = cards.map(({ card }) => card.offsetHeight);
  cards.forEach(({ card, at }, i) => {
    let y = Math.max(at - 6, free);
    if (taken && y < taken.bottom && y + heights[i] + 8 > taken.top)
      y = taken.bottom;
    card.style.setProperty('--top', `${y}px`);
    free = y + heights[i] + 8;
  });
}

function choose(finding, moves) {
  if (chosen === finding && !moves)
    return;
  chosen = finding;
  for (const card of list.querySelectorAll('.card'))
    card.classList.toggle('chosen', card === finding.card);
  pages.clearMarks('spoken');
  for (const box of finding.boxes ?? [])
    pages.mark(box.page, box, 'spoken');
  if (finding.page && moves)
    pages.go(finding.page, finding.y);
}

// What the loader found wrong.
export const errors = () => findings.filter((each) => each.severity === 'error' && !each.isFinding);

export function lead(finding) {
  choose(finding, true);
  arrange();
  finding.card?.scrollIntoView({ block: 'nearest' });
}

export function redraw() {
  draw();
}

// The next finding, or the one before.
export function step(by) {
  const all = findings.filter(matches);
  if (all.length === 0)
    return;
  const at = all.indexOf(chosen);
  const next = all[(at + by + all.length + (at < 0 && by < 0 ? 1 : 0)) % all.length];
  choose(next, true);
  next.card.focus({ preventScroll: true });
}

for (const button of filter.children)
  button.addEventListener('click', () => {
    shown = button.dataset.filter;
    draw();
  });
