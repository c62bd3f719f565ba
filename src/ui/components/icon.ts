import { html, raw, type Html } from '../html.ts';

const PATHS = {
  check: 'M3 8.5l3.2 3.2L13 5',
  late: 'M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.6v.2',
  soon: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 4.8V8l2.2 1.6',
  waiting: 'M5.5 3.5v9M10.5 3.5v9',
  plain: 'M8 4.6a3.4 3.4 0 100 6.8 3.4 3.4 0 000-6.8z',
  info: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 7.4v3.4M8 5v.2',
  search: 'M7 2.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4zM10.2 10.2l3.3 3.3',
  left: 'M9.8 3.5L5.2 8l4.6 4.5',
  right: 'M6.2 3.5L10.8 8l-4.6 4.5',
  file: 'M4 1.8h5l3.2 3.2v9.2H4zM8.8 2v3.4h3.2',
} as const;

/** Name of a drawn mark. */
export type IconName = keyof typeof PATHS;

const drawn = Object.fromEntries(
  Object.entries(PATHS).map(([name, path]) => [
    name,
    html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`,
  ]),
);

/** A mark of 1 em in the colour of the text around it. Never alone: a word stands beside it. */
export const icon = (name: IconName): Html => drawn[name] ?? raw('');
