import { bulunganStories } from './bulungan.ts';
import { klatenAgencyStories } from './klaten-agencies.ts';
import { klatenPeopleStories } from './klaten-people.ts';
import { klatenSecurityStories } from './klaten-security.ts';
import { klungkungStories } from './klungkung.ts';
import { purbalinggaStories } from './purbalingga.ts';
import type { Story } from './types.ts';

const stories: readonly Story[] = [
  ...klungkungStories,
  ...purbalinggaStories,
  ...klatenAgencyStories,
  ...klatenSecurityStories,
  ...klatenPeopleStories,
  ...bulunganStories,
];

/** The story of a row of the list of services; throws when there is none. */
export function getStory(row: number): Story {
  const found = stories.find((story) => story.row === row);
  if (found === undefined) throw new Error(`no story of row ${row}`);
  return found;
}
