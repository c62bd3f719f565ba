/**
 * What eyes and fingers find out about a page that axe-core does not: whether anything is cut off or unreachable in a narrow
 * window, and where the focus is. Written for the browser, so as text.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What sticks out: the page itself, or controls beyond its edges that no box of their own lets one scroll to. And panels without room above, buttons without room below. */
const beyondEdges = `(() => {
  const root = document.documentElement;
  const found = [];
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return true;
    return false;
  };
  const unseen = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement)
      if (box.clientWidth <= 1 && getComputedStyle(box).overflow === 'hidden') return true;
    return false;
  };
  const words = (element) => (element.innerText || element.getAttribute('aria-label') || element.id || '').trim().slice(0, 60);
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => !unseen(element) && !scrolls(element) && element.getBoundingClientRect().right > root.clientWidth + 1)
      .filter((element, at, all) => !all.some((other) => other !== element && element.contains(other)))
      .map((element) => element.tagName.toLowerCase() + ' "' + words(element) + '"');
    found.push('the page, by ' + (root.scrollWidth - root.clientWidth) + ' pixels: ' + widest.join(', '));
  }
  for (const element of document.querySelectorAll('a, button, input, select, textarea, summary')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right, width, height, top } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || unseen(element) || top + scrollY + height <= 0) continue;
    if ((left < -1 || right > root.clientWidth + 1) && !scrolls(element))
      found.push(element.tagName.toLowerCase() + ' "' + words(element) + '" from ' + Math.round(left) + ' to ' + Math.round(right));
  }
  for (const element of document.querySelectorAll('h1, h2, h3, p, li, dd, dt, td, th, label, legend, button, a')) {
    const style = getComputedStyle(element);
    if (style.overflowX === 'visible' || element.clientWidth <= 1) continue;
    if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1)
      found.push('cut off: "' + words(element) + '"');
  }
  for (const panel of document.querySelectorAll('.panel')) {
    let before = panel.previousElementSibling;
    while (before && unseen(before)) before = before.previousElementSibling;
    if (!before || !before.checkVisibility() || !panel.checkVisibility()) continue;
    const [above, below] = [before.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (below.top >= above.bottom - 1 && below.top - above.bottom < 8)
      found.push('no room above the panel "' + words(panel) + '": ' + Math.round(below.top - above.bottom) + ' pixels');
  }
  for (const button of document.querySelectorAll('main .button')) {
    if (!button.checkVisibility()) continue;
    let last = button;
    while (last.parentElement !== null && last.nextElementSibling === null && last.tagName !== 'MAIN') last = last.parentElement;
    const next = last.nextElementSibling;
    if (last.tagName === 'MAIN' || !next?.checkVisibility()) continue;
    const [above, below] = [button.getBoundingClientRect(), next.getBoundingClientRect()];
    const room = below.top + parseFloat(getComputedStyle(next).paddingTop) - above.bottom;
    if (below.height > 0 && below.top >= above.bottom - 1 && room < 8)
      found.push('no room below the button "' + words(button) + '": ' + Math.round(room) + ' pixels');
  }
  return found;
})()`;

/** Fails when the page scrolls sideways, a control or words lie beyond its edges, or a panel touches what stands above it, or something a button above it. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const found = await page.evaluate<string[]>(beyondEdges);
  const width = page.viewportSize()?.width ?? 0;
  assert.deepEqual(found, [], `${page.url()} does not fit into ${width} pixels`);
}

/** Kinds of elements on the page with their states, without what they say: two pages alike to a checker look the same. */
const anatomy = `(() => {
  const states = ['role', 'type', 'open', 'disabled', 'checked', 'multiple', 'aria-current', 'aria-invalid', 'aria-expanded', 'aria-live'];
  const kinds = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility()) continue;
    const held = states.filter((name) => element.hasAttribute(name)).map((name) => name + '=' + element.getAttribute(name));
    kinds.add([element.tagName, element.getAttribute('class') ?? '', ...held].join(' '));
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const wide = innerWidth >= 900 ? 'wide' : 'narrow';
  return [document.documentElement.lang, scheme, wide, ...[...kinds].sort()].join('\\n');
})()`;

/** The make-up of the page as it stands: language, scheme, width, and each kind of element in each of its states. */
export const anatomyOf = (page: Page): Promise<string> => page.evaluate<string>(anatomy);

/** Where the focus is, as somebody sees it who has no mouse. */
export interface Focus {
  /** Differs for each element of the document. */
  readonly place: number;
  /** Tag, type and words, for messages. */
  readonly what: string;
  readonly onPage: boolean;
  readonly inMain: boolean;
  /** A ring, or another mark, is drawn round it. */
  readonly marked: boolean;
  /** Some of it lies in the window and nothing lies over it. */
  readonly seen: boolean;
}

const focus = `(() => {
  const element = document.activeElement;
  const onPage = element !== null && element !== document.body && element !== document.documentElement;
  if (!onPage) return { place: -1, what: 'no element', onPage, inMain: false, marked: true, seen: true };
  const style = getComputedStyle(element);
  const marked = element.matches(':focus-visible') && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none');
  const uncovered = (rect) => [0.1, 0.5, 0.9].some((across) => [0.2, 0.5, 0.8].some((down) => {
    const top = document.elementFromPoint(rect.left + rect.width * across, rect.top + rect.height * down);
    return top !== null && (element.contains(top) || top.contains(element));
  }));
  const seen = [...element.getClientRects()].some(uncovered);
  const place = [...document.querySelectorAll('*')].indexOf(element);
  const what = [element.tagName.toLowerCase(), element.getAttribute('type') ?? '', (element.innerText || element.labels?.[0]?.innerText || element.name || '').trim().slice(0, 60)].filter(Boolean).join(' ');
  return { place, what, onPage, inMain: element.closest('main') !== null, marked, seen };
})()`;

export const focusOf = (page: Page): Promise<Focus> => page.evaluate<Focus>(focus);
