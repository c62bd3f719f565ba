import { keepsIdentityApart } from '../standard/index.ts';
import type { FastifyInstance } from 'fastify';
import type { DeskView } from '../request/index.ts';
import type { WebContext } from '../web/index.ts';
import { openDesk, sendDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import { dispositionSheet } from './disposition-sheet.ts';
import { paperTools } from './paper.ts';
import type { PaperFacts } from './paper.ts';
import { receiptSheet } from './receipt-sheet.ts';
import { getView } from './show-request.ts';
import { agencyName } from './request-words.ts';
import { sheetWords } from './sheet-words.ts';
import { pageWords } from './words.ts';

interface OfRequest {
  readonly Params: { readonly number: string };
}

/** Papers of a request, to print. */
export function addSheetRoutes(server: FastifyInstance, context: WebContext): void {
  const base = '/meja/permohonan/:number';
  server.get<OfRequest>(`${base}/tanda-terima`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const view = await getView(desk, request.params.number);
    const facts = factsOf(desk, view);
    return sendDesk(desk, {
      title: sheetWords[request.lang].receiptTitle,
      main: [backTo(facts), receiptSheet({ ...facts, ...broughtFor(view), ...trackingFor(desk, view) })],
    });
  });
  server.get<OfRequest>(`${base}/disposisi`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const view = await getView(desk, request.params.number);
    const facts = factsOf(desk, view);
    return sendDesk(desk, {
      title: sheetWords[request.lang].dispositionTitle,
      main: [backTo(facts), dispositionSheet(facts, view)],
    });
  });
}

const backTo = ({ lang, number }: PaperFacts): ReturnType<typeof paperTools> =>
  paperTools(lang, { href: `/meja/permohonan/${number}`, label: sheetWords[lang].back });

function factsOf({ context, session, request }: Desk, view: DeskView): PaperFacts {
  const { lang } = request;
  const organisation = context.catalogue.organisation(session.government);
  const { name, agency } = view.applicant;
  const named = [name, agency === null ? null : agencyName(organisation, agency)];
  const who = named.filter((part) => part !== null).join(', ');
  const unnamed = keepsIdentityApart(view.service.value) ? pageWords[lang].queue.protected : '–';
  return {
    lang,
    government: view.government,
    organisation,
    timeZone: view.timeZone,
    standing: session.standing,
    now: context.clock.now(),
    number: view.state.number,
    service: view.service.value.title[lang],
    applicant: who || unnamed,
    state: view.state,
    letter: view.submission.letter,
  };
}

/** The requirements demanded of this request or brought for it, and in what form. */
function broughtFor(
  view: DeskView,
): Pick<Parameters<typeof receiptSheet>[0], 'standard' | 'requirements' | 'files' | 'paper'> {
  const { paper } = view.submission;
  const concerned = new Set([
    ...view.state.demanded,
    ...paper,
    ...view.files.map(({ requirement }) => requirement),
  ]);
  const standard = view.service.value;
  return {
    standard,
    requirements: standard.requirements.filter(({ id, bring }) => bring !== 'none' && concerned.has(id)),
    files: view.files,
    paper,
  };
}

const trackingFor = (
  { context }: Desk,
  { government }: DeskView,
): { readonly trackingKey: null; readonly trackAt: string } => ({
  trackingKey: null,
  trackAt: `${context.publicUrl}/${government.id}/permohonan`,
});
