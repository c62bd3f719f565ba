/** What the desk keeps for officials: forms under way, visitors at the counter. */
import type { Instant } from './columns.ts';

export interface DeskTables {
  held_form: {
    government: string;
    id: string;
    official: string;
    place: string;
    wrapped: Buffer;
    sealed: Buffer;
    expires_at: Instant;
  };
  visit: {
    government: string;
    id: string;
    counter: string;
    day: Temporal.PlainDate;
    number: number;
    service: string | null;
    arrived_at: Instant;
    /** Null: the visitor took the number. */
    drawn_by: string | null;
    called_at: Instant | null;
    called_by: string | null;
    outcome: 'submitted' | 'answered' | 'referred' | 'no-show' | null;
    ended_at: Instant | null;
    request: string | null;
    wrapped: Buffer | null;
    sealed: Buffer | null;
  };
  self_service: {
    government: string;
    counter: string;
    salt: string;
    since: Instant;
    opened_by: string;
  };
}
