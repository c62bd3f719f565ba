import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { CHECKPOINTS, verifyJournal } from '../../request/index.ts';
import type { Verification } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { inGovernment, mayChange, openToChange, openToRead, recorded, sendAdmin } from './admin-desk.ts';
import { readHealth, VERIFIED } from './health.ts';
import { healthLines } from './health-lines.ts';
import type { HealthLine } from './health-lines.ts';
import { HEALTH, healthPage, verifiedPage, VERIFYING } from './health-page.ts';
import { healthWords } from './health-words.ts';

/** A journal of more requests takes longer to read than somebody waits for a page. */
const MOST_VERIFIED = 2000;

/** `/meja/kelola/keadaan`: the system's health for people, and the verification of the journal. */
export function addHealthRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(HEALTH, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const { lang } = request;
    return sendAdmin(desk, {
      title: healthWords[lang].title,
      main: healthPage({
        lang,
        csrf: request.csrfToken(),
        lines: await linesFor(desk),
        mayChange: mayChange(desk),
      }),
    });
  });
  server.post(VERIFYING, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { lang } = request;
    return sendAdmin(desk, {
      title: healthWords[lang].verifyTitle,
      crumbs: [{ label: healthWords[lang].title, href: HEALTH }],
      main: verifiedPage(await verify(desk), MOST_VERIFIED, lang),
    });
  });
}

/** How everything stands now. */
export async function linesFor({ context, session, request }: Desk): Promise<readonly HealthLine[]> {
  const { timeZone } = context.catalogue.calendar(session.government).file;
  return healthLines(await readHealth(context, session.government), { lang: request.lang, timeZone });
}

async function verify(desk: Desk): Promise<Verification | null> {
  const { context, session } = desk;
  const { government } = session;
  const some = await inGovernment(desk, (tx) =>
    tx
      .selectFrom('request')
      .select('id')
      .where('government', '=', government)
      .limit(MOST_VERIFIED + 1)
      .execute(),
  );
  if (some.length > MOST_VERIFIED) return null;
  const directory = join(context.dataDirectory, CHECKPOINTS);
  const found = await verifyJournal({ ...context, directory }, government);
  await recorded(desk, VERIFIED, async () => ({
    value: null,
    subject: government,
    reason: String(found.findings.length),
  }));
  return found;
}
