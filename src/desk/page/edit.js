// What can be changed on the page: a value on the spot, entries of lists, findings that are let pass, back and again.

import { say, canSay, digits, make, send } from './words.js';
import * as pages from './pages.js';
import * as cards from './cards.js';
import * as ask from './ask.js';

const by = (id) => document.getElementById(id);

let open = null; // the field on the spot

// What came of a change; the pages follow by themselves.
export async function change(path, fields) {
  const answer = await send(path, fields);
  const { result, messages = [] } = answer.ok ? await answer.json() : { result: 'lost' };
  const reason = messages.filter((each) => each.severity === 'error').map((each) => each.message)[0];
  return { good: result === 'done' || result === 'same', result, reason: reason ?? say(`result-${result}`), messages };
}

async function act(path, fields) {
  const { good, reason } = await change(path, fields);
  if (!good)
    cards.toast(reason);
  return good;
}

// ---- a value on the spot ----

export function newField({ kind, text, choices }) {
  if (choices) {
    const select = make('select', {}, ...choices.map((choice) => make('option', { value: choice, selected: choice === text }, choice)));
    return select;
  }
  const isLong = kind === 'prose' || text.includes('\n') || text.length > 60;
  const field = make(isLong ? 'textarea' : 'input', { spellcheck: false, ...(kind === 'score' || kind === 'whole' ? { inputmode: 'decimal' } : {}) });
  field.value = text.replace(/\n+$/, '');
  if (isLong)
    field.rows = Math.min(14, Math.max(3, Math.ceil(text.length / 70) + text.split('\n').length));
  return field;
}

// Enter writes; where a text has several lines, Ctrl+Enter does. Esc does not.
export function fieldKeys(field, form, end) {
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape')
      end();
    else if (event.key === 'Enter' && (field.tagName !== 'TEXTAREA' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else
      return;
    event.stopPropagation();
  });
}

export function close() {
  open?.remove();
  open = null;
}

export function edit(spot = ask.chosen()) {
  if (!spot?.field || document.body.classList.contains('read-only'))
    return;
  close();
  const { path, kind, text } = spot.field;
  const field = newField(spot.field);
  const fault = make('p', { class: 'fault', role: 'alert' });
  const form = make('form', { class: `spot-form ${field.tagName.toLowerCase()}` }, field,
    make('div', { class: 'row' }, make('small', {}, say(`kind-${kind}`)),
      make('button', { type: 'button', onclick: close }, say('cancel')), make('button', { class: 'main' }, say('save'))), fault);
  field.setAttribute('aria-label', say(`kind-${kind}`));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { good, reason } = await change('edit', { path, was: text, text: field.value });
    fault.textContent = good ? '' : reason;
    if (good) {
      close();
      pages.focus(spot.at[0].page);
    }
  });
  fieldKeys(field, form, close);
  const box = spot.at[0];
  form.style.setProperty('--x', box.x);
  form.style.setProperty('--y', box.y);
  form.style.setProperty('--w', box.w);
  pages.pageAt(box.page).querySelector('.marks').append(form);
  open = form;
  field.focus();
  field.select?.();
  form.scrollIntoView({ block: 'nearest' });
}

export const isOpen = () => open !== null;

// ---- buttons on the card of what was asked ----

const button = (name, onclick, kind = '') => make('button', { type: 'button', class: kind, onclick, title: say(name) }, say(name));

ask.addAction((spot) => (spot.field ? button('edit', () => edit(spot), 'act') : null));

// An entry is a text, or all that a measure, a recommendation … has.
ask.addAction((spot) => {
  const field = spot.field;
  if (!field || field.entries === undefined)
    return null;
  const entry = (name, more = {}) => act('entry', { path: field.path, was: field.text, act: name, ...more });
  const sign = (text, name, onclick, off = false) => make('button', {
    type: 'button', title: say(name), 'aria-label': say(name), disabled: off, onclick,
  }, text);
  return make('span', { class: 'entry', role: 'group', 'aria-label': say('entry') },
    sign('+', 'entryAdd', () => addTo(field.list, field.index + 1)),
    sign('⧉', 'entryCopy', () => entry('copy')),
    sign('↑', 'entryUp', () => entry('up'), field.index === 0),
    sign('↓', 'entryDown', () => entry('down'), field.index + 1 === field.entries),
    sign('✕', 'entryDelete', () => confirm(say('entryDeleteAsk')) && entry('delete')));
});

// ---- new entries ----

// How a list is called: by its table, or by its key.
function nameOf({ name, key, owner }) {
  const what = name ?? (canSay(`list-${key}`) ? say(`list-${key}`) : key);
  return owner ? say('listOf', what, owner.length > 70 ? `${owner.slice(0, 70)}…` : owner) : what;
}

// What an entry is beside the words that are asked for follows from its table; it can be changed on the pages then.
export async function addTo(path, at) {
  const answer = await fetch('lists');
  if (!answer.ok || document.body.classList.contains('read-only'))
    return;
  const lists = await answer.json();
  path ??= lists.find(({ key, count }) => key === 'measures' && count > 0)?.path;
  at ??= Infinity;
  const box = by('dialog');
  const text = make('textarea', { rows: 3, 'aria-label': say('newText'), placeholder: say('newText') });
  const select = make('select', { 'aria-label': say('addWhere') }, ...lists.map((list) =>
    make('option', { value: list.path, selected: list.path === path }, `${nameOf(list)} (${digits(list.count)})`)));
  const about = make('select', { 'aria-label': say('aboutQuestion') });
  const asked = make('label', {}, say('aboutQuestion'), ' ', about);
  const note = make('p', { class: 'remark' });
  const fault = make('p', { class: 'fault', role: 'alert' });
  const chosenList = () => lists.find((list) => list.path === select.value);
  const draw = () => {
    const list = chosenList();
    asked.hidden = !list.about;
    about.replaceChildren(make('option', { value: '' }, say('firstFree')), ...(list.about ?? []).map((id) => make('option', { value: id }, id)));
    note.textContent = list.name ? say('addRest') : '';
  };
  const form = make('form', { class: 'wide-form' }, make('h2', {}, say('addTitle')),
    make('label', { class: 'stacked' }, say('addWhere'), select), text, asked, note, fault,
    make('div', { class: 'row' }, make('button', { type: 'button', onclick: () => box.close() }, say('cancel')),
      make('button', { class: 'main' }, say('addNow'))));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const list = chosenList();
    const { good, reason } = await change('add', {
      path: list.path, count: list.count, at: list.path === path ? Math.min(at, list.count) : list.count, text: text.value.trim(),
      ...(about.value && list.about ? { about: about.value } : {}),
    });
    fault.textContent = good ? '' : reason;
    if (good)
      box.close();
  });
  fieldKeys(text, form, () => box.close());
  select.addEventListener('change', draw);
  draw();
  box.replaceChildren(form);
  box.showModal();
  text.focus();
}

// From what is chosen, else to the measures of the first issue.
by('add').addEventListener('click', () => {
  const field = ask.chosen()?.field;
  addTo(field?.list, field ? field.index + 1 : undefined);
});

// ---- findings ----

// What the rule knows how to mend; about what is not certain it shows what it would be, and whoever presses has decided.
cards.addAction((finding) => (finding.remedy ? button('mend', (event) => {
  event.stopPropagation();
  act('mend', { rule: finding.rule, file: finding.file, line: finding.line, column: finding.column });
}, 'act write') : null));

cards.addAction((finding) => (finding.place && !finding.known && cards.isFinding(finding)
  ? button('acknowledge', (event) => {
    event.stopPropagation();
    askReason(finding);
  }, 'act write') : null));

cards.addAction((finding) => (cards.isFinding(finding) ? button('explain', async (event) => {
  event.stopPropagation();
  const answer = await fetch(`explain/${encodeURIComponent(finding.rule)}`);
  if (!answer.ok)
    return;
  const { rule, text, example } = await answer.json();
  const box = by('dialog');
  box.replaceChildren(make('form', { method: 'dialog', class: 'wide-form' }, make('h2', {}, rule), make('p', {}, text),
    make('pre', {}, example), make('div', { class: 'row' }, make('button', { class: 'main' }, say('close')))));
  box.showModal();
}) : null));

function askReason(finding) {
  const box = by('dialog');
  const field = make('textarea', { rows: 3, 'aria-label': say('reasonAsk') });
  const fault = make('p', { class: 'fault', role: 'alert' });
  const form = make('form', { class: 'wide-form' }, make('h2', {}, say('reasonAsk')),
    make('p', { class: 'quoted' }, finding.message), field, fault,
    make('div', { class: 'row' }, make('button', { type: 'button', onclick: () => box.close() }, say('cancel')),
      make('button', { class: 'main' }, say('acknowledgeNow'))));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (field.value.trim() === '')
      return;
    const { good, reason } = await change('acknowledge', {
      rule: finding.rule, file: finding.file, line: finding.line, column: finding.column, reason: field.value.trim(),
    });
    fault.textContent = good ? '' : reason;
    if (good)
      box.close();
  });
  box.replaceChildren(form);
  box.showModal();
  field.focus();
}

// ---- back and again ----

export function showJournal({ undo, redo }) {
  by('undo').disabled = undo === 0;
  by('redo').disabled = redo === 0;
}

export const undo = () => act('undo', {});
export const redo = () => act('redo', {});

by('undo').addEventListener('click', undo);
by('redo').addEventListener('click', redo);

document.getElementById('pages').addEventListener('dblclick', () => {
  getSelection().removeAllRanges();
  edit();
});

// ---- a column of scores ----

// The scores of a column, in the order of the file: IIT, OIT, and the parts of EIT.
function columnsOf(fields) {
  const columns = new Map();
  for (const field of fields) {
    const found = /^results\.scores\.([a-z]+)(\d+)(?:\.(\w+))?$/.exec(field.path);
    if (!found)
      continue;
    const name = [found[1], found[3]].filter(Boolean).join(' · ');
    if (!columns.has(name))
      columns.set(name, []);
    columns.get(name).push({ ...field, id: found[1] + found[2] });
  }
  for (const column of columns.values())
    column.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  return columns;
}

// i1 – i15, e1 – e9 · public
function titleOf(name, column) {
  const part = name.split(' · ')[1];
  return `${column[0].id} – ${column.at(-1).id}${part ? ` · ${part}` : ''}`;
}

const western = (text) => text.replace(/[๐-๙]/g, (d) => String(d.charCodeAt(0) - 0xe50)).replace(/,/g, '.').trim();

const idOf = (cells) => cells.map((cell) => cell.toLowerCase()).find((cell) => /^[a-z]{1,3}\d+$/.test(cell));

// The column that has most of the ids in a text; without any, none.
function likeliest(text, columns) {
  const ids = text.split(/\s+/).map((cell) => idOf([western(cell)])).filter(Boolean);
  const hits = [...columns].map(([name, fields]) => [ids.filter((id) => fields.some((field) => field.id === id)).length, name]);
  return hits.sort((a, b) => b[0] - a[0]).find(([count]) => count > 0)?.[1];
}

// Lines of a spreadsheet: a score, or a question's id somewhere before it.
function read(text, column) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const changes = [];
  const bad = [];
  lines.forEach((line, i) => {
    const cells = line.split('\t').map(western);
    const id = idOf(cells);
    const score = cells.filter((cell) => /^\d{1,3}(\.\d{1,2})?$/.test(cell)).at(-1);
    const field = id ? column.find((each) => each.id === id) : column[i];
    if (field && score !== undefined)
      changes.push({ field, score });
    else
      bad.push(line);
  });
  return { changes, bad };
}

export async function paste(text = '') {
  const answer = await fetch('fields');
  if (!answer.ok)
    return;
  const columns = columnsOf(await answer.json());
  const at = ask.chosen()?.field?.path;
  const first = [...columns].find(([, fields]) => fields.some((field) => field.path === at))?.[0];
  const box = by('dialog');
  const select = make('select', { 'aria-label': say('pasteColumn') },
    ...[...columns.keys()].map((name) => make('option', { value: name, selected: name === first }, titleOf(name, columns.get(name)))));
  const area = make('textarea', { rows: 6, placeholder: say('pasteHere'), 'aria-label': say('pasteHere') });
  const preview = make('table', { class: 'preview' });
  const fault = make('p', { class: 'fault', role: 'alert' });
  const main = make('button', { class: 'main', disabled: true }, say('save'));
  const form = make('form', { class: 'wide-form' }, make('h2', {}, say('pasteTitle')),
    make('label', {}, say('pasteColumn'), ' ', select), area, preview, fault,
    make('div', { class: 'row' }, make('button', { type: 'button', onclick: () => box.close() }, say('cancel')), main));
  let changes = [];
  let isPicked = first !== undefined;
  const draw = () => {
    if (!isPicked)
      select.value = likeliest(area.value, columns) ?? select.value;
    const column = columns.get(select.value) ?? [];
    const from = Math.max(0, column.findIndex((field) => field.path === at));
    const found = read(area.value, column.slice(from));
    changes = found.changes.filter(({ field, score }) => Number(western(field.text)) !== Number(score));
    preview.replaceChildren(...found.changes.map(({ field, score }) => make('tr', {
      class: Number(western(field.text)) === Number(score) ? 'same' : 'new',
    }, make('th', {}, field.id), make('td', {}, digits(field.text)), make('td', {}, '→'), make('td', {}, digits(score)))));
    fault.textContent = found.bad.length > 0 ? say('pasteBad', found.bad[0]) : '';
    main.disabled = changes.length === 0 || found.bad.length > 0;
    main.textContent = say('pasteSave', digits(changes.length));
  };
  select.addEventListener('change', () => {
    isPicked = true;
    draw();
  });
  area.addEventListener('input', draw);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const lines = changes.map(({ field, score }) => `${field.path}\t${score}`).join('\n');
    const { good, reason } = await change('edits', { changes: lines });
    fault.textContent = good ? '' : reason;
    if (good)
      box.close();
  });
  area.value = text;
  box.replaceChildren(form);
  box.showModal();
  draw();
  area.focus();
}

by('paste').addEventListener('click', () => paste());
addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text') ?? '';
  if (!event.target.matches('input, textarea') && /\n/.test(text.trim()) && !document.body.classList.contains('read-only'))
    paste(text);
});
