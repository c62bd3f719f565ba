/** Who acts on a request, as the pure rules see them. Everything here holds for one day: the day of the act. */
import type { JournalActor } from './entries.ts';
import type { Role } from '../../standard/model.ts';

export interface HeldPosition {
  readonly position: string;
  readonly as: 'definitive' | 'plt' | 'plh';
}

export interface OfficialActor {
  readonly kind: 'official';
  readonly official: string;
  /** Positions held on that day; Plt and Plh included. */
  readonly held: readonly HeldPosition[];
  /** All positions below the held ones, at any depth. */
  readonly below: readonly string[];
  readonly roles: readonly Role[];
  readonly competences: readonly string[];
}

export type Actor = OfficialActor | { readonly kind: 'applicant' } | { readonly kind: 'system' };

const rank = { definitive: 0, plt: 1, plh: 2 } as const;

/** The holding an official acts under for one of `positions`: their own post before one they act for. */
export function holdingFor(actor: OfficialActor, positions: readonly string[]): HeldPosition | undefined {
  return actor.held
    .filter((held) => positions.includes(held.position))
    .sort((a, b) => rank[a.as] - rank[b.as])
    .at(0);
}

/** The actor as the journal names them. An official who holds nothing acts for nobody: undefined. */
export function journalActor(actor: Actor, positions: readonly string[]): JournalActor | undefined {
  if (actor.kind !== 'official') return { kind: actor.kind };
  const held = holdingFor(actor, positions) ?? actor.held.at(0);
  return held && { kind: 'official', official: actor.official, position: held.position, as: held.as };
}
