// What is asked by a click: where a text or a figure comes from, where else it is, and how a figure comes about.

import { say, digits, make } from './words.js';
import * as pages from './pages.js';
import * as cards from './cards.js';

const list = document.getElementById('cards');

let asked = null; // what was answered, with its card
let nth = 0; // of the places that show the same

async function get(path) {
  const answer = await fetch(path);
  return answer.ok ? answer.json() : null;
}

// ---- parts of a card ----

const AGREES = { yes: 'agreesYes', rounding: 'agreesRounding', no: 'agreesNo' };

function howOf(why) {
  const parts = digits(why.made_of.length);
  if (why.how === 'mean')
    return say('howMean', parts);
  if (why.how === 'weighted')
    return say('howWeighted', parts);
  return why.how === 'taken' ? say('howTaken') : null;
}

// What the scheme calls it; for numbered things with their number, which is how officers know them.
function titleOf(why) {
  const [kind, number] = why.name.split('.');
  if (kind === 'overall')
    return say('overall');
  if (kind === 'indicator')
    return say('indicator', digits(number), why.title ?? '');
  if (kind === 'question')
    return `${number} ${why.title ?? ''}`;
  return why.title ?? why.name;
}

// What a step of the tree says in a line.
function valueOf(why) {
  if (why.kind === 'test')
    return say('needs', digits(why.has), digits(why.needs));
  if (why.kind === 'outcome')
    return why.holds ? '✓' : '✗';
  if (why.kind === 'rank')
    return why.rank ? say('rankIs', digits(why.rank)) : '';
  return digits(why.announced?.value ?? why.computed?.value ?? why.found ?? '');
}

function stateOf(why) {
  const good = why.holds ?? (why.agrees === undefined ? undefined : why.agrees !== 'no');
  return good === undefined ? '' : good ? 'good' : 'bad';
}

function remarksOf(why) {
  return [
    why.weight && say('weight', digits(why.weight)),
    why.announced && why.computed && why.how !== 'typed' && why.agrees !== 'yes'
      && `${say('computed')} ${digits(why.computed.value)}`,
    why.respondents && say('respondents', digits(why.respondents)),
  ].filter(Boolean).join(' · ');
}

// A step; its own steps are made when it is unfolded.
function step(why) {
  const line = [
    make('span', { class: 'what' }, titleOf(why)),
    make('b', { class: `amount ${stateOf(why)}` }, valueOf(why)),
    make('small', {}, remarksOf(why)),
  ];
  const links = make('span', { class: 'links' },
    why.figure ? make('button', {
      type: 'button', class: 'show', title: say('onPage'), onclick: (event) => {
        event.preventDefault();
        event.stopPropagation();
        showFigure(why.figure);
      },
    }, '⌖') : null,
    ...(why.announced?.place ? cards.placeButtons(why.announced.place) : []));
  if (why.made_of.length === 0)
    return make('li', { class: 'leaf' }, ...line, links);
  const steps = make('ul', {});
  const folded = make('details', { ontoggle: () => {
    if (folded.open && steps.children.length === 0)
      steps.append(...why.made_of.map(step));
    cards.arrange();
  } }, make('summary', {}, ...line, links), steps);
  return make('li', {}, folded);
}

function whyParts(why) {
  const rows = [];
  if (why.announced)
    rows.push(make('dt', {}, say(why.how === 'typed' ? 'typed' : 'announced')),
      make('dd', {}, make('b', {}, digits(why.announced.value)), ' ', ...(why.announced.place ? cards.placeButtons(why.announced.place) : [])));
  if (why.computed && why.how !== 'typed')
    rows.push(make('dt', {}, say('computed')), make('dd', {}, make('b', {}, digits(why.computed.value)),
      why.computed.exact.includes('/') ? make('small', {}, ' ', say('exactly', digits(why.computed.exact))) : null));
  const remarks = [];
  if (why.agrees)
    remarks.push(make('span', { class: stateOf(why) }, say(AGREES[why.agrees])));
  if (why.follows)
    remarks.push(say('followsBelow', digits(why.below)));
  else if (why.below && why.below !== why.computed?.value)
    remarks.push(say('belowGives', digits(why.below)));
  const how = howOf(why);
  return [make('dl', { class: 'facts' }, ...rows),
    remarks.length > 0 ? make('p', { class: 'remark' }, ...remarks.flatMap((each, i) => (i > 0 ? [' ', each] : [each]))) : null,
    how ? make('p', { class: 'how' }, how) : null,
    why.made_of.length > 0 ? make('ul', { class: 'tree' }, ...why.made_of.map(step)) : null];
}

function newCard(spot, why, wantsTemplate) {
  const isLayout = wantsTemplate || spot.isLayout;
  const place = wantsTemplate ? spot.from ?? spot.block : spot.isLayout ? null : spot.value;
  const several = spot.same.length > 1;
  return make('article', { class: 'card asked', tabindex: 0, 'aria-live': 'polite' },
    make('header', {}, make('b', {}, isLayout ? say('fromTemplate') : why ? titleOf(why) : say(spot.figure ? 'figure' : 'text')),
      make('button', { type: 'button', class: 'end', title: say('close'), 'aria-label': say('close'), onclick: close }, '×')),
    make('p', { class: 'printed' }, spot.text.trim()),
    spot.isLayout && !wantsTemplate ? make('p', { class: 'remark' }, say('altForLayout')) : null,
    ...(why && !isLayout ? whyParts(why) : []),
    make('footer', {}, ...actions.map((action) => action(spot)).filter(Boolean),
      several ? make('button', { type: 'button', title: say('sameNext'), onclick: next }, say('same', digits(spot.same.length))) : null,
      ...(place ? cards.placeButtons(place) : [])));
}

// Buttons that others add: functions of a spot.
const actions = [];
export const addAction = (action) => actions.push(action);

// ---- asking ----

function show(spot, why, wantsTemplate, moves) {
  close();
  if (!spot)
    return;
  for (const box of spot.same)
    pages.mark(box.page, box, 'same');
  for (const box of spot.at)
    pages.mark(box.page, box, 'chosen');
  asked = { spot, why, card: newCard(spot, why, wantsTemplate) };
  nth = spot.same.findIndex((box) => box.page === spot.at[0].page && box.y === spot.at[0].y && box.x === spot.at[0].x);
  list.append(asked.card);
  cards.arrangeWith({ card: asked.card, page: spot.at[0].page, y: spot.at[0].y });
  if (moves)
    pages.go(spot.at[0].page, spot.at[0].y);
}

export function close() {
  pages.clearMarks('same');
  pages.clearMarks('chosen');
  asked?.card.remove();
  asked = null;
  cards.arrangeWith(null);
}

export const chosen = () => asked?.spot ?? null;

async function showSpot(spot, wantsTemplate = false, moves = false) {
  const why = spot?.figure && !wantsTemplate ? await get(`why/${encodeURIComponent(spot.figure)}`) : null;
  show(spot, why, wantsTemplate, moves);
}

export async function showFigure(name) {
  const spot = await get(`figure/${encodeURIComponent(name)}`);
  if (spot)
    await showSpot(spot, false, true);
  else
    cards.toast(say('notShown'));
}

function next() {
  nth = (nth + 1) % asked.spot.same.length;
  const box = asked.spot.same[nth];
  pages.clearMarks('chosen');
  pages.mark(box.page, box, 'chosen');
  pages.go(box.page, box.y);
  cards.arrangeWith({ card: asked.card, page: box.page, y: box.y });
}

// What another program asked to be shown.
export function showTold(spot) {
  return showSpot(spot, false, true);
}

// The spot before or after; without one, the first of the page that is seen.
export async function walk(by) {
  const from = asked?.spot;
  const spot = from ? await get(`spot/${from.index + by}`) : await get(`first/${pages.current()}`);
  if (spot)
    await showSpot(spot, false, true);
}

// After a change the same place is asked again.
export async function refresh() {
  if (!asked)
    return;
  const spot = await get(`spot/${asked.spot.index}`);
  if (spot && asked && spot.at[0].page === asked.spot.at[0].page)
    await showSpot(spot);
  else
    close();
}

// A link is followed by a key, by a click with Ctrl, and from the card; a mere click asks, as it does everywhere.
function followLink(link) {
  const inside = /^#page-(\d+)$/.exec(link.getAttribute('href'));
  if (inside)
    pages.go(Number(inside[1]), Number(link.dataset.y));
  else
    open(link.getAttribute('href'), '_blank', 'noopener,noreferrer');
}

// A click, but not the end of choosing letters.
document.getElementById('pages').addEventListener('click', async (event) => {
  const page = event.target.closest('.page');
  const link = event.target.closest('a[href]');
  if (link) {
    event.preventDefault();
    if (event.detail === 0 || event.ctrlKey || event.metaKey)
      return followLink(link);
  }
  if (!page || !getSelection().isCollapsed || event.target.closest('.marks form'))
    return;
  const box = page.getBoundingClientRect(), scale = pages.scale(page);
  const x = (event.clientX - box.left) / scale, y = (event.clientY - box.top) / scale;
  const spot = await get(`at/${page.dataset.number}/${x.toFixed(2)}/${y.toFixed(2)}`);
  await showSpot(spot && link ? { ...spot, link } : spot, event.altKey);
});

// Where the text that was clicked leads.
addAction(({ link }) => (link ? make('button', { type: 'button', class: 'act', onclick: () => followLink(link) },
  link.dataset.y ? say('toPage', digits(link.getAttribute('href').slice(6))) : say('openLink')) : null));

document.getElementById('letter').addEventListener('click', () => showWhy('letter'));
document.getElementById('result').addEventListener('click', (event) => {
  const name = event.target.closest('[data-why]')?.dataset.why;
  if (name)
    showWhy(name);
});

// A figure without its place on the pages: the level, and why.
async function showWhy(name) {
  const why = await get(`why/${name}`);
  if (!why)
    return;
  close();
  const card = make('article', { class: 'card asked', tabindex: 0 },
    make('header', {}, make('b', {}, name === 'level' || name === 'letter' ? say(name) : titleOf(why)),
      make('button', { type: 'button', class: 'end', 'aria-label': say('close'), onclick: close }, '×')),
    ...whyParts(why));
  asked = { spot: { same: [], at: [] }, why, card };
  list.append(card);
  const number = pages.current();
  cards.arrangeWith({ card, page: number, y: pages.seenTop(number) });
}
