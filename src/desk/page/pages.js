// The pages: fetched when their name has changed, those that are seen first. The one before stays until
// the new one is there, so nothing flickers and nothing moves.

import { say, digits, make } from './words.js';

const pages = document.getElementById('pages');
const thumbs = document.getElementById('thumbs');
const desk = document.getElementById('desk');

let zoom = 0; // per cent of the real size; 0: fit to width
const POINT = 96 / 72;

export const count = () => pages.children.length;
export const pageAt = (number) => pages.children[number - 1];

function newPage(number) {
  const page = make('section', { class: 'page', id: `page-${number}`, tabindex: -1 },
    make('div', { class: 'paper' }), make('div', { class: 'marks', 'aria-hidden': 'true' }));
  page.dataset.number = number;
  return page;
}

function newThumb(number) {
  const thumb = make('a', {
    class: 'thumb', href: `#page-${number}`, tabindex: number === 1 ? 0 : -1, 'aria-label': say('page', digits(number)),
  },
    make('img', { alt: '', loading: 'lazy', decoding: 'async' }),
    make('span', { class: 'number' }, digits(number)), make('i', { class: 'dot', hidden: true }));
  thumb.addEventListener('click', (event) => {
    event.preventDefault();
    go(number);
  });
  thumb.addEventListener('keydown', (event) => {
    const to = { ArrowDown: number + 1, ArrowUp: number - 1, Home: 1, End: count() }[event.key];
    if (!thumbs.children[to - 1])
      return;
    event.preventDefault();
    event.stopPropagation();
    go(to);
    thumbs.children[to - 1].focus();
  });
  return thumb;
}

function setCount(wanted) {
  while (count() > wanted) {
    pages.lastChild.remove();
    thumbs.lastChild.remove();
  }
  while (count() < wanted) {
    pages.append(newPage(count() + 1));
    thumbs.append(newThumb(count()));
  }
}

function isSeen(page) {
  const box = page.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

// Pages that came with the news, by name.
const ahead = new Map();

export function take({ name, svg }) {
  if (ahead.size > 20)
    ahead.clear();
  ahead.set(name, svg);
}

async function fetchPage(name) {
  const answer = await fetch(`page/${name}`);
  return answer.ok ? answer.text() : null;
}

// The picture at the left can wait until the page is seen, and more changes have come or not.
async function load(page, thumb, name) {
  const svg = ahead.get(name) ?? await fetchPage(name);
  if (svg === null || page.dataset.name !== name)
    return;
  page.firstChild.innerHTML = svg;

  setTimeout(() => {
    if (page.dataset.name === name)
      thumb.firstChild.src = `thumb/${name}`;
  }, 200);
}

// A change of a style costs even where it changes nothing.
function setStyle(element, name, value) {
  if (element.style.getPropertyValue(name) !== String(value))
    element.style.setProperty(name, value);
}

// Shows a state's pages; resolves when those that are seen are there, and then fetches the others.
export async function show(state) {
  setCount(state.pages.length);
  const changed = [];
  state.pages.forEach((wanted, i) => {
    const page = pages.children[i];
    setStyle(page, '--width', wanted.width / 100);
    setStyle(page, '--height', wanted.height / 100);
    page.setAttribute('aria-label', say('pageOf', digits(i + 1), digits(state.pages.length)));
    setStyle(thumbs.children[i].firstChild, 'aspect-ratio', `${wanted.width} / ${wanted.height}`);
    if (page.dataset.name !== wanted.name) {
      page.dataset.name = wanted.name;
      changed.push(i);
    }
  });
  fit();
  const fetchAll = (list) => Promise.all(list.map((i) =>
    load(pages.children[i], thumbs.children[i], state.pages[i].name)));
  const seen = changed.filter((i) => isSeen(pages.children[i]));
  await fetchAll(seen);
  const rest = fetchAll(changed.filter((i) => !seen.includes(i)));
  return { changed, rest };
}

// ---- size and place ----

const widthOf = (page) => Number(page.style.getPropertyValue('--width'));

// How wide a page can be beside the cards, or, on a narrow screen, above them.
function roomForPages() {
  const cards = document.getElementById('cards');
  const beside = getComputedStyle(cards).position === 'relative' ? cards.offsetWidth + 46 : 12;
  return Math.max(desk.clientWidth - beside, 80);
}

// Fitted, an upright page is as wide as there is room, and a wider one too.
export function fit() {
  const room = roomForPages();
  const narrowest = Math.min(...[...pages.children].map(widthOf), 2000);
  const common = zoom > 0 ? (zoom / 100) * POINT : Math.min(room / narrowest, 2.2);
  setStyle(document.documentElement, '--scale', common);
  for (const page of pages.children) {
    const own = zoom > 0 ? common : Math.min(common, room / widthOf(page));
    if (own === common)
      page.style.removeProperty('--scale');
    else
      setStyle(page, '--scale', own);
  }
  document.getElementById('zoom').textContent = `${digits(Math.round((common / POINT) * 100))} %`;
}

// What is in the middle of the window stays there.
export function setZoom(change) {
  const page = pageAt(current());
  const before = page ? page.getBoundingClientRect() : null;
  const now = Number(document.documentElement.style.getPropertyValue('--scale')) / POINT * 100;
  zoom = change === 0 ? 0 : Math.max(25, Math.min(400, Math.round((now * change) / 5) * 5));
  fit();
  if (page && before.height > 0) {
    const middle = innerHeight / 2, after = page.getBoundingClientRect();
    desk.scrollTop += after.top + (middle - before.top) / before.height * after.height - middle;
  }
  dispatchEvent(new Event('resize'));
}

// Of a page, in pixels a point.
export const scale = (page) => page.clientWidth / widthOf(page);

// The page in the middle of the window.
export function current() {
  const middle = desk.getBoundingClientRect().top + desk.clientHeight / 3;
  for (const page of pages.children)
    if (page.getBoundingClientRect().bottom > middle)
      return Number(page.dataset.number);
  return Math.max(count(), 1);
}

// The height on a page, in points, that is at the top of the window.
export function seenTop(number) {
  const page = pageAt(number);
  return page ? Math.max(0, (desk.getBoundingClientRect().top + 50 - page.getBoundingClientRect().top) / scale(page)) : 0;
}

// To a page, or to a height on it in points.
export function go(number, y = 0) {
  const page = pageAt(Math.max(1, Math.min(number, count())));
  if (!page)
    return;
  const top = page.getBoundingClientRect().top - desk.getBoundingClientRect().top;
  desk.scrollTop += top + y * scale(page) - (y > 0 ? desk.clientHeight / 3 : 12);
}

export const focus = (number) => pageAt(number)?.focus({ preventScroll: true });

export function markCurrent() {
  const now = current();
  [...thumbs.children].forEach((thumb, i) => {
    const is = i + 1 === now;
    thumb.tabIndex = is ? 0 : -1; // Tab leads to the one that is seen, arrows to the others
    if (is !== thumb.hasAttribute('aria-current')) {
      if (is) {
        thumb.setAttribute('aria-current', 'page');
        thumb.scrollIntoView({ block: 'nearest' });
      } else {
        thumb.removeAttribute('aria-current');
      }
    }
  });
  document.getElementById('png').href = `png/${now}`;
}

export function setDots(kinds) {
  [...thumbs.children].forEach((thumb, i) => {
    const dot = thumb.querySelector('.dot'), kind = kinds.get(i + 1);
    dot.hidden = !kind;
    dot.className = `dot ${kind ?? ''}`;
    thumb.setAttribute('aria-label', [say('page', digits(i + 1)), kind && say(kind)].filter(Boolean).join(' '));
  });
}

// ---- marks over a page ----

// A box in points on a page; gone with clearMarks of its kind.
export function mark(number, box, kind) {
  const page = pageAt(number);
  if (!page)
    return null;
  const element = make('div', { class: `mark ${kind}` });
  for (const [name, value] of Object.entries(box))
    element.style.setProperty(`--${name}`, value);
  page.querySelector('.marks').append(element);
  return element;
}

export function clearMarks(kind) {
  for (const element of pages.querySelectorAll(`.marks > .mark.${kind}`))
    element.remove();
}
