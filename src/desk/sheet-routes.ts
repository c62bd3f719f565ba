import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../web/index.ts';
import { sheetsFor } from '../product/index.ts';
import type { DeskView } from '../request/index.ts';
import type { Html } from '../ui/index.ts';
import { openDesk, sendDesk } from './desk-page.ts';
import { dispositionSheet } from './disposition-sheet.ts';
import { paperTools } from './paper.ts';
import type { PaperFacts } from './paper.ts';
import { receiptSheet } from './receipt-sheet.ts';
import { broughtFor, factsOf, trackingFor } from './sheet-facts.ts';
import { getView } from './show-request.ts';
import { sheetWords } from './sheet-words.ts';

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
      main: [
        toolsOf(facts, view, 'receipt'),
        receiptSheet({ ...facts, ...broughtFor(view), ...trackingFor(desk, view) }),
      ],
    });
  });
  server.get<OfRequest>(`${base}/disposisi`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const view = await getView(desk, request.params.number);
    const facts = factsOf(desk, view);
    return sendDesk(desk, {
      title: sheetWords[request.lang].dispositionTitle,
      main: [toolsOf(facts, view, 'disposition'), dispositionSheet(facts, view)],
    });
  });
}

/** Back, print, and the paper as a file for whoever may have one of this request. */
function toolsOf({ lang, number }: PaperFacts, view: DeskView, paper: 'receipt' | 'disposition'): Html {
  const request = `/meja/permohonan/${number}`;
  const filed = view.standpoint !== 'overseer' && sheetsFor(view).includes(paper);
  const back = { href: request, label: sheetWords[lang].back };
  return paperTools(lang, back, { pdf: filed ? `${request}/surat/cetak/${paper}.pdf` : null });
}
