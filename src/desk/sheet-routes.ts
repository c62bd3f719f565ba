import type { FastifyInstance, FastifyReply } from 'fastify';
import type { WebContext } from '../web/index.ts';
import type { Content } from '../ui/index.ts';
import { openDesk, sendDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import { getView } from './request-routes.ts';
import { sheetWords } from './sheet-words.ts';
import { dispositionSheet, receiptSheet } from './sheets.ts';
import type { SheetProps } from './sheets.ts';

interface OfRequest {
  readonly Params: { readonly number: string };
}

/** Papers of a request, to print. */
export function addSheetRoutes(server: FastifyInstance, context: WebContext): void {
  const base = '/meja/permohonan/:number';
  server.get<OfRequest>(`${base}/tanda-terima`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return sendSheet(desk, request.params.number, sheetWords[request.lang].receiptTitle, receiptSheet);
  });
  server.get<OfRequest>(`${base}/disposisi`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return sendSheet(
      desk,
      request.params.number,
      sheetWords[request.lang].dispositionTitle,
      dispositionSheet,
    );
  });
}

async function sendSheet(
  desk: Desk,
  number: string,
  title: string,
  draw: (props: SheetProps) => Content,
): Promise<FastifyReply> {
  return sendDesk(desk, { title, main: draw(await sheetProps(desk, number)) });
}

/** What a sheet of this request is printed from. */
export async function sheetProps(desk: Desk, number: string): Promise<SheetProps> {
  const { context, session, request } = desk;
  return {
    lang: request.lang,
    view: await getView(desk, number),
    organisation: context.catalogue.organisation(session.government),
    standing: session.standing,
    now: context.clock.now(),
    publicUrl: context.publicUrl,
  };
}
