/** What happens beside a request: messages, duties, notices, and new calendars put on it. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from './columns.ts';

export interface BesideRequestTables {
  message: {
    government: string;
    id: string;
    request: string;
    channel: 'email' | 'whatsapp' | 'webhook';
    template: string;
    lang: 'id' | 'en';
    sealed: Buffer;
    status: 'waiting' | 'sent' | 'kept' | 'failed';
    attempts: ColumnType<number, number | undefined, number>;
    created_at: Instant;
    sent_at: Instant | null;
  };
  secret: {
    government: string;
    id: string;
    request: string;
    sealed: Buffer | null;
    expires_at: Instant;
    opened_at: Instant | null;
  };
  duty: {
    government: string;
    id: string;
    request: string;
    duty: string;
    position: string;
    due_at: Instant;
    opened_at: Instant;
    done_at: Instant | null;
    done_by: string | null;
  };
  notice: {
    government: string;
    request: string;
    rule: string;
    due_at: Instant;
    position: string;
    official: string | null;
    at: Instant;
  };
  calendar_change: {
    government: string;
    n: number;
    decree: string | null;
    confirmed: boolean;
    reason: string | null;
    official: string | null;
    at: Instant;
    total: number | null;
    moved: number | null;
    finished_at: Instant | null;
    rounds: Generated<number>;
  };
  calendar_move: {
    government: string;
    n: number;
    request: string;
    due_was: Instant | null;
    due_is: Instant | null;
    round: Generated<number>;
  };
  calendar_aside: {
    government: string;
    n: number;
    request: string;
    version: number;
    reason: string;
    at: Instant;
  };
}
