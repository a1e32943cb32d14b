// How the pages that are seen are built: baselines, boxes, and what each line's end costs.

import { make } from './words.js';
import * as pages from './pages.js';

const desk = document.getElementById('desk');
const button = document.getElementById('bones');

let on = false;

async function draw(page) {
  const name = page.dataset.name;
  if (page.dataset.bones === name)
    return;
  page.dataset.bones = name;
  const answer = await fetch(`bones/${page.dataset.number}`);
  page.querySelectorAll('.bone').forEach((bone) => bone.remove());
  if (!answer.ok || !on)
    return;
  const { lines, boxes } = await answer.json();
  const number = Number(page.dataset.number);
  for (const box of boxes)
    pages.mark(number, box, 'bone block');
  for (const line of lines) {
    const bone = pages.mark(number, { x: line.x, y: line.y, w: line.w, h: line.h }, 'bone line');
    const isDear = /L\d+|overfull|parted/.test(line.price);
    if (line.price !== '' && line.price !== 'last')
      bone.append(make('span', { class: isDear ? 'price dear' : 'price' }, line.price));
  }
}

export function follow() {
  if (on)
    for (const page of document.querySelectorAll('.page')) {
      const box = page.getBoundingClientRect();
      if (box.bottom > -200 && box.top < innerHeight + 200)
        draw(page);
    }
}

export function toggle() {
  on = !on;
  button.setAttribute('aria-pressed', on);
  for (const page of document.querySelectorAll('.page')) {
    delete page.dataset.bones;
    page.querySelectorAll('.bone').forEach((bone) => bone.remove());
  }
  follow();
}

button.addEventListener('click', toggle);
desk.addEventListener('scroll', () => on && requestAnimationFrame(follow), { passive: true });
