// What a message speaks of, changed on its card: a value, or lines of a file that cannot be read.

import { say, digits, make } from './words.js';
import * as cards from './cards.js';
import { change, newField, fieldKeys } from './edit.js';

let open = null; // the form, and of what it is

const keyOf = (finding) => [finding.rule, finding.file, finding.place ?? finding.line].join(' ');

function close() {
  open = null;
  cards.redraw();
}

// Of a value: what it is, and a field.
function partsOfValue({ path, kind, text, choices }) {
  const field = newField({ kind, text, choices });
  field.setAttribute('aria-label', say(`kind-${kind}`));
  return { field, name: say(`kind-${kind}`), parts: [field], send: () => ['edit', { path, was: text, text: field.value }] };
}

// Of a file that cannot be read: the line, with those next to it, for a mistake may be seen only after it.
function partsOfLines({ file, line, first, seen, text }) {
  const lines = text.split('\n');
  const field = make('textarea', { class: 'source', rows: Math.min(8, lines.length + 1), spellcheck: false, wrap: 'off' });
  field.value = text;
  const before = lines.slice(0, line - first).join('\n').length + (line > first ? 1 : 0);
  field.setSelectionRange(before, before + lines[line - first].length);
  const name = say('lineOf', file.split('/').pop(), digits(line));
  field.setAttribute('aria-label', name);
  return { field, name, parts: [field], send: () => ['lines', { file, line, seen, text: field.value }] };
}

export const canStart = (finding) => Boolean(finding.fix?.field || finding.fix?.lines);

export function start(finding) {
  const { field, name, parts, send } = finding.fix.field ? partsOfValue(finding.fix.field) : partsOfLines(finding.fix.lines);
  const fault = make('p', { class: 'fault', role: 'alert' });
  const form = make('form', { class: 'fix' }, ...parts, fault,
    make('div', { class: 'row' }, make('small', {}, name),
      make('button', { type: 'button', onclick: close }, say('cancel')), make('button', { class: 'main' }, say('save'))));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { good, reason } = await change(...send());
    fault.textContent = good ? '' : reason;
    if (good && open?.form === form)
      close();
    cards.arrange();
  });
  fieldKeys(field, form, close);
  open = { key: keyOf(finding), form };
  cards.redraw();
  cards.lead(finding);
  field.focus({ preventScroll: true });
  if (finding.fix.field)
    field.select?.();
}

export const button = (finding) => make('button', {
  type: 'button', class: 'act write', onclick: (event) => {
    event.stopPropagation();
    start(finding);
  },
}, say(finding.fix.field ? 'edit' : 'editLine'));

cards.addAction((finding) => (canStart(finding) ? button(finding) : null));

cards.addExtra((finding) => (open?.key === keyOf(finding) ? open.form : null));
