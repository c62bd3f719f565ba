/** What shows that something was delivered, put away: texts among the values, files in the store, secrets to be opened once. */
import { randomUUIDv7 } from 'node:crypto';
import { tidyFileName } from '../platform/index.ts';
import type { Tx } from '../platform/index.ts';
import type { BuildContext } from './building.ts';
import type { RequestDeps } from './deps.ts';
import type { EvidenceInput } from './model/action-input.ts';
import type { Evidence } from './model/entries.ts';
import { fileRefs, fileRows } from './uploads.ts';
import type { UploadedFile } from './uploads.ts';
import type { Vault } from './vault.ts';

interface Keeping {
  readonly deps: RequestDeps;
  readonly given: BuildContext;
}

/** How long a one-time secret waits to be opened. */
const secretLife = Temporal.Duration.from({ hours: 24 * 14 });

/** Puts evidence away: texts among the values, files in the store, secrets where they can be opened once. */
export async function keepEvidence(
  evidence: readonly EvidenceInput[],
  at: Keeping,
): Promise<readonly Evidence[]> {
  const kept: Evidence[] = [];
  for (const item of evidence) {
    if (item.type === 'text') kept.push({ type: 'text', text: at.given.vault.put('evidence', item.text) });
    if (item.type === 'secret') kept.push({ type: 'secret', secret: await keepSecret(item.secret, at) });
    if (item.type === 'file') kept.push(await keepFile(item, at));
  }
  return kept;
}

async function keepSecret(secret: string, { given }: Keeping): Promise<string> {
  return putSecret(given.tx, given.vault, secret, given.now);
}

/** Puts a secret where the applicant can open it once; its id. */
export async function putSecret(
  tx: Tx,
  vault: Vault,
  secret: string,
  now: Temporal.Instant,
): Promise<string> {
  const id = randomUUIDv7();
  await tx
    .insertInto('secret')
    .values({
      government: vault.government,
      id,
      request: vault.request,
      sealed: vault.seal(`secret/${id}`, secret),
      expires_at: now.add(secretLife),
      opened_at: null,
    })
    .execute();
  return id;
}

async function keepFile(
  item: EvidenceInput & { readonly type: 'file' },
  { deps, given }: Keeping,
): Promise<Evidence> {
  const { vault, service, now, tx } = given;
  const id = randomUUIDv7();
  const stored = await deps.files.put({
    government: vault.government,
    id,
    dataKey: vault.dataKey,
    source: oneChunk(Buffer.from(item.content, 'base64')),
  });
  const file: UploadedFile = { id, requirement: 'evidence', name: tidyFileName(item.fileName), ...stored };
  const place = {
    government: vault.government,
    request: vault.request,
    at: now,
    givenBy: 'official',
    forApplicant: true,
  } as const;
  await tx
    .insertInto('file')
    .values(fileRows(vault, service, [file], place))
    .execute();
  const [ref] = fileRefs(vault, [file]);
  if (!ref) throw new Error('one file gives one reference');
  return { type: 'file', file: ref };
}

async function* oneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
