/** A receipt once more, for a visitor who lost theirs. */
import type { FastifyReply } from 'fastify';
import { readRequestNumber } from '../../platform/index.ts';
import { readReceipt, requestNotFound } from '../../request/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { paperTools } from '../paper.ts';
import { receiptSheet } from '../receipt-sheet.ts';
import { broughtFor, factsOf, trackingFor } from '../sheet-facts.ts';
import { sheetWords } from '../sheet-words.ts';
import { counterWords } from './words.ts';

/** The receipt of any request of the government; each printing is recorded. Fault: `request-not-found`. */
export async function showReprint(desk: Desk, given: string): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const number = readRequestNumber(given);
  if (!number.ok) throw requestNotFound();
  const view = await readReceipt(context, session.standing, session.government, number.value.number);
  const { lang } = request;
  return sendDesk(desk, {
    title: sheetWords[lang].receiptTitle,
    at: '/meja/loket',
    main: [
      paperTools(lang, { href: '/meja/loket', label: counterWords[lang].back }, { focused: true }),
      receiptSheet({ ...factsOf(desk, view), ...broughtFor(view), ...trackingFor(desk, view) }),
    ],
  });
}
