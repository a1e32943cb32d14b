// Finding a text on the pages: across the line ends of a paragraph, with either script's digits.

import { say, digits } from './words.js';
import * as pages from './pages.js';

const form = document.getElementById('find');
const field = document.getElementById('find-text');
const counter = document.getElementById('find-count');

let found = [];
let at = -1;

// The same length as before, so places agree.
const plain = (text) => text.toLowerCase().replace(/[๐-๙]/g, (d) => String(d.charCodeAt(0) - 0xe50));

// The place of a character among an element's texts.
function spot(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && offset > node.length) {
    offset -= node.length;
    node = walker.nextNode();
  }
  return [node, offset];
}

function search() {
  const wanted = plain(field.value.trim());
  found = [];
  at = -1;
  if (wanted !== '')
    for (const text of document.querySelectorAll('.paper text'))
      for (let i = plain(text.textContent).indexOf(wanted); i >= 0; i = plain(text.textContent).indexOf(wanted, i + 1)) {
        const range = document.createRange();
        range.setStart(...spot(text, i));
        range.setEnd(...spot(text, i + wanted.length));
        found.push(range);
      }
  draw();
}

function draw() {
  pages.clearMarks('found');
  found.slice(0, 400).forEach((range, i) => {
    const page = range.startContainer.parentElement.closest('.page');
    const origin = page.getBoundingClientRect(), scale = pages.scale(page);
    for (const box of range.getClientRects())
      pages.mark(Number(page.dataset.number), {
        x: (box.left - origin.left) / scale, y: (box.top - origin.top) / scale,
        w: box.width / scale, h: box.height / scale,
      }, i === at ? 'found now' : 'found');
  });
  counter.textContent = field.value.trim() === '' ? '' : found.length === 0 ? say('noMatch')
    : say('match', digits(at + 1), digits(found.length));
}

export function step(by) {
  if (found.length === 0)
    return;
  at = (at + by + found.length) % found.length;
  const page = found[at].startContainer.parentElement.closest('.page');
  const box = found[at].getBoundingClientRect();
  pages.go(Number(page.dataset.number), (box.top - page.getBoundingClientRect().top) / pages.scale(page));
  draw();
}

export function open() {
  form.hidden = false;
  field.focus();
  field.select();
}

export function close() {
  field.blur();
  form.hidden = true;
  pages.clearMarks('found');
  found = [];
}

export const isOpen = () => !form.hidden;

field.addEventListener('input', () => {
  search();
  step(1);
});
form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter')
    step(event.shiftKey ? -1 : 1);
});
document.getElementById('find-on').addEventListener('click', () => step(1));
document.getElementById('find-back').addEventListener('click', () => step(-1));
document.getElementById('find-end').addEventListener('click', close);
