import { tabs } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { peopleWords } from './people-words.ts';

export const PEOPLE = '/meja/kelola/petugas';
export const ROSTER = `${PEOPLE}/daftar`;
export const CHART = `${PEOPLE}/bagan`;
export const personHref = (official: string): string => `${PEOPLE}/orang/${official}`;
export const postHref = (position: string): string => `${PEOPLE}/jabatan/${position}`;

/** Posts, people and the chart are three views of the same. */
export function peopleTabs(lang: Lang, at: string): Content {
  const words = peopleWords[lang];
  const items = [
    { label: words.posts, href: PEOPLE },
    { label: words.roster, href: ROSTER },
    { label: words.chart, href: CHART },
  ];
  return tabs({
    label: words.views,
    items: items.map((item) => ({ ...item, current: item.href === at })),
  });
}
