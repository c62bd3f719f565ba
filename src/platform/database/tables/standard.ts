/** What the standards and calendars are, and what is made of decrees. */
import type { Instant, Json } from './columns.ts';

export interface StandardTables {
  definition: {
    government: string;
    kind: 'government' | 'organisation' | 'calendar' | 'service';
    name: string;
    n: number;
    valid_from: Instant;
    sha256: Buffer;
    text: string;
    published_at: Instant;
    published_by: string;
  };
  confirmation: {
    government: string;
    id: string;
    kind: 'government' | 'organisation' | 'calendar' | 'service';
    name: string;
    at_path: string;
    sha256: Buffer;
    verdict: 'confirmed' | 'reopened';
    basis: string;
    official: string;
    judged_at: Instant;
  };
  calendar_draft: { government: string; official: string; base: number; text: string; updated_at: Instant };
  decree_import: {
    government: string;
    id: string;
    official: string;
    file_name: string;
    content: Buffer;
    state: 'waiting' | 'read' | 'failed';
    fault: Json<unknown> | null;
    decree: Json<unknown> | null;
    lines: Json<unknown> | null;
    created_at: Instant;
    read_at: Instant | null;
  };
  decree_import_service: {
    government: string;
    import: string;
    n: number;
    title: string;
    components: Json<unknown>;
    places: Json<unknown>;
    findings: Json<unknown>;
    confirmed: Json<unknown>;
    running: Json<unknown> | null;
    saved: number;
    published: string | null;
    updated_at: Instant;
  };
}
