/** Delivers one thing after the other until it is killed; a process of laws/kill.ts. */
import { text } from 'node:stream/consumers';

import { StandingClock } from '../../src/ground/index.ts';
import { demoProgram } from '../support/certificate-place.ts';
import type { AnyKind, Raw } from './specimen.ts';
import type { Wanted } from './trial.ts';

interface Work {
  readonly folder: string;
  readonly connector: string;
  readonly connection: Raw;
  readonly directory: string;
  readonly secret: string | null;
  readonly all: readonly Wanted[];
}

const isKind = (value: unknown): value is AnyKind =>
  typeof value === 'object' && value !== null && 'kind' in value && 'connectors' in value;

const work = JSON.parse(await text(process.stdin)) as Work;
const room = (await import(`../../src/product/${work.folder}/index.ts`)) as Record<string, unknown>;
const kind = Object.values(room).find(isKind);
const connector = kind?.connectors.find(({ id }) => id === work.connector);
if (!connector) throw new Error(`no connector ${work.connector}`);

const counterpart = connector.connect(connector.form.schema.parse(work.connection), {
  directory: work.directory,
  clock: new StandingClock('2026-11-23T02:00:00Z'),
  program: demoProgram,
});
for (const { plan, key } of work.all) {
  await counterpart.deliver(plan, { key, signal: AbortSignal.timeout(20_000), secret: work.secret });
  console.log('delivered');
}
