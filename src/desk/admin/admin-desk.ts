/** The door to the administrator's pages: administrators change, auditors read. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { html, notice } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk, DeskPage } from '../desk-page.ts';
import { kelolaWords } from './words.ts';

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
  const crumb = { label: kelolaWords[lang].title, href: '/meja/kelola' };
  return sendDesk(desk, { crumbs: [crumb], ...page, main: [readOnlyNotice(desk), page.main] });
}

function readOnlyNotice(desk: Desk): Content {
  const { lang } = desk.request;
  if (mayChange(desk)) return null;
  return notice({ lang, kind: 'info', children: html`<p>${kelolaWords[lang].readOnly}</p>` });
}
