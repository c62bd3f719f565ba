/** One message to each official whose work a new calendar moved, with the nearest of their requests by number. */
import { sql } from 'kysely';
import type { Words } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import { listHolders } from '../../people/index.ts';
import type { Holder } from '../../people/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { todayIn } from '../deps.ts';
import type { RequestDeps } from '../deps.ts';
import { outboxRow, writeOut } from '../outgoing.ts';
import { Vault } from '../vault.ts';
import { digestLetter } from './digest-letter.ts';
import type { DigestLine } from './digest-letter.ts';

/** So many are named; the others are in the queue, in their new order. */
const NAMED = 20;

interface PostMoves {
  readonly position: string;
  readonly count: number;
  readonly moves: readonly MovedAtPost[];
}

interface MovedAtPost {
  readonly request: string;
  readonly number: string;
  readonly service: string;
  readonly version: number;
  readonly was: string | null;
  readonly is: string | null;
}

/** Writes a digest to everybody who holds a post at which requests wait that these versions moved. */
export async function digestMessages(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  versions: readonly number[],
): Promise<void> {
  const day = todayIn(deps.catalogue, government, deps.clock.now());
  for (const post of await movesByPost(tx, government, versions)) {
    for (const holder of await listHolders(tx, government, post.position, day))
      await writeDigest(tx, deps, { government, post, holder });
  }
}

async function movesByPost(
  tx: Tx,
  government: string,
  versions: readonly number[],
): Promise<readonly PostMoves[]> {
  const { rows } = await sql<PostMoves>`
    select position, count(*)::int as count,
           jsonb_agg(jsonb_build_object('request', request, 'number', number, 'service', service,
             'version', service_version, 'was', due_was, 'is', due_is) order by place)
             filter (where place <= ${NAMED}) as moves
      from (select v.position, m.request, r.number, r.service, r.service_version, m.due_was, m.due_is,
                   row_number() over (partition by v.position order by m.due_is nulls last, r.number) as place
              from calendar_move m
              join calendar_change c on c.government = m.government and c.n = m.n and c.rounds = m.round
              join request r on r.government = m.government and r.id = m.request
              join request_viewer v on v.government = m.government and v.request = m.request and v.open and v.acts
             where m.government = ${government} and m.n = any (${[...versions]}::int[])) moved
     group by position order by position`.execute(tx);
  return rows;
}

interface Digest {
  readonly government: string;
  readonly post: PostMoves;
  readonly holder: Pick<Holder, 'name' | 'email'>;
}

/**
 * Messages lie sealed with a request, so that they go when it is erased; a digest lies with the first it names, and is
 * told to nobody but the official.
 */
async function writeDigest(tx: Tx, deps: RequestDeps, { government, post, holder }: Digest): Promise<void> {
  const [first] = post.moves;
  const vault = first && (await Vault.find(tx, deps.keys, government, first.request));
  if (!vault) return;
  const { file } = deps.catalogue.calendar(government);
  const title = deps.catalogue
    .organisation(government)
    .positions.find(({ id }) => id === post.position)?.title;
  const letter = digestLetter({
    name: holder.name,
    post: title ?? { id: post.position, en: post.position },
    office: deps.catalogue.government(government).office.name,
    count: post.count,
    lines: post.moves.map((move): DigestLine => ({
      number: move.number,
      service: deps.catalogue.service(government, move.service, move.version).value.title,
      was: dueWords(move.was, file.timeZone),
      is: dueWords(move.is, file.timeZone),
    })),
    queueUrl: `${deps.publicUrl}/meja`,
  });
  const envelope = {
    template: 'calendar-digest',
    lang: 'id',
    to: holder.email,
    at: deps.clock.now(),
  } as const;
  await writeOut(tx, deps, [outboxRow(deps, vault, envelope, letter)]);
}

const dueWords = (due: string | null, zone: string): Words =>
  due === null
    ? { id: 'waktu berhenti', en: 'the clock stands' }
    : { id: formatInstant(due, zone, 'id'), en: formatInstant(due, zone, 'en') };
