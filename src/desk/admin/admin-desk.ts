/** The door to the administrator's pages: administrators change, auditors read. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { logAccess } from '../../people/index.ts';
import type { Tx } from '../../platform/index.ts';
import { html, notice } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk, DeskPage } from '../desk-page.ts';
import { kelolaWords } from './words.ts';

/** The first page of the administration. */
export const HOME = '/meja/kelola';

const forbidden = (): Fault =>
  new Fault('forbidden', 'administrator-only', {
    id: kelolaWords.id.forbidden,
    en: kelolaWords.en.forbidden,
  });

/** Whether this official may change what they see here. */
export const mayChange = ({ session }: Desk): boolean => session.standing.roles.includes('administrator');

/** For pages that only show. Fault: `administrator-only`. */
export async function openToRead(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Desk> {
  const desk = await openDesk(context, request, reply);
  if (!mayChange(desk) && !desk.session.standing.roles.includes('auditor')) throw forbidden();
  return desk;
}

/** For everything that changes something. Fault: `administrator-only`. */
export async function openToChange(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Desk> {
  const desk = await openDesk(context, request, reply);
  if (!mayChange(desk)) throw forbidden();
  return desk;
}

/** Sends a page of the administration with the way back up. */
export function sendAdmin(desk: Desk, page: DeskPage): FastifyReply {
  const { lang } = desk.request;
  const home = { label: kelolaWords[lang].title, href: HOME };
  const crumbs = page.at === HOME ? [] : [home, ...(page.crumbs ?? [])];
  return sendDesk(desk, { ...page, crumbs, main: [readOnlyNotice(desk), page.main] });
}

/** Reads in the official's own government. */
export const inGovernment = <T>(
  { context, session: { government } }: Desk,
  read: (tx: Tx, government: string) => Promise<T>,
): Promise<T> => context.database.transaction({ government }, (tx) => read(tx, government));

/** What an act came to; without a subject it came to nothing and is not written down. */
interface Done<T> {
  readonly value: T;
  readonly subject: string | null;
  readonly reason?: string;
}

/** Does an act and writes it into the record of changes in the same transaction: both stand, or neither. */
export async function recorded<T>(
  { context, session }: Desk,
  act: string,
  work: (tx: Tx, government: string) => Promise<Done<T>>,
): Promise<T> {
  const { government, standing } = session;
  return context.database.transaction({ government, viewer: standing.official }, async (tx) => {
    const { value, subject, reason } = await work(tx, government);
    const line = { at: context.clock.now(), actor: standing.official, act };
    if (subject !== null)
      await logAccess(tx, government, { ...line, subject, ...(reason === undefined ? {} : { reason }) });
    return value;
  });
}

function readOnlyNotice(desk: Desk): Content {
  const { lang } = desk.request;
  if (mayChange(desk)) return null;
  return notice({ lang, kind: 'info', children: html`<p>${kelolaWords[lang].readOnly}</p>` });
}
