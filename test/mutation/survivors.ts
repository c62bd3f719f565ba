/** Mistakes that no test of the room finds, each with the reason. */
import type { Survivor } from './reasons.ts';
import { survivorsOfClock } from './survivors-clock.ts';
import { survivorsOfWords } from './survivors-words.ts';

export const survivors: readonly Survivor[] = [...survivorsOfClock, ...survivorsOfWords];
