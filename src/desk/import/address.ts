/** Addresses of the way from a decree to its services. */
import { tabs } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { importWords } from './words.ts';

export const IMPORT = '/meja/kelola/impor';
export const importHref = (id: string): string => `${IMPORT}/${id}`;
export const reviewHref = (id: string, n: number): string => `${importHref(id)}/${n}`;
export const runningHref = (id: string, n: number): string => `${reviewHref(id, n)}/cara`;
export const previewHref = (id: string, n: number): string => `${reviewHref(id, n)}/pratinjau`;

/** The three parts of a review. */
export function reviewTabs(lang: Lang, id: string, n: number, at: 'review' | 'running' | 'publish'): Content {
  const words = importWords[lang];
  return tabs({
    label: words.parts,
    items: [
      { label: words.review, href: reviewHref(id, n), current: at === 'review' },
      { label: words.running, href: runningHref(id, n), current: at === 'running' },
      { label: words.publishStep, href: previewHref(id, n), current: at === 'publish' },
    ],
  });
}
