/** Telling an applicant that what they were given ends by itself: nothing changes, so the journal has no entry of it. */
import type { Words } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import { formatDate } from '../working-time/index.ts';
import type { Lang } from '../working-time/index.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { readRecipient } from './effects.ts';
import { toApplicant } from './letters.ts';
import { outboxRow, writeOut } from './outgoing.ts';
import { getRequestRow } from './request-row.ts';
import { Vault } from './vault.ts';

/** A product of a request, and the day on which it ends. */
export interface EndingProduct {
  readonly government: string;
  readonly number: string;
  readonly product: Words;
  readonly endsOn: Temporal.PlainDate;
  /** Days from today to that day, at the office. */
  readonly daysLeft: number;
  /** What its owner does then, as the kind says it. */
  readonly advice: Words;
}

const left = (days: number): Words => ({
  id: days === 0 ? 'hari ini' : `${days} hari lagi`,
  en: days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`,
});

/** Subject and body. Pure. */
export function endingWords(
  { number, product, endsOn, daysLeft, advice }: EndingProduct,
  service: Words,
): { readonly subject: Words; readonly body: Words } {
  const day = (lang: Lang): string => formatDate(endsOn, lang);
  const when = left(daysLeft);
  return {
    subject: {
      id: `${product.id} berakhir ${day('id')} (${number})`,
      en: `${product.en} ends on ${day('en')} (${number})`,
    },
    body: {
      id: `${product.id} yang Anda terima dari permohonan untuk ${service.id} berakhir ${day('id')} (${when.id}).\n\nMasih diperlukan? Buka halaman lacak permohonan itu dan tekan "Ajukan lagi dengan data ini". Data Anda sudah terisi; periksa, lalu kirim.\n\n${advice.id}\n\nTidak diperlukan lagi? Anda tidak perlu melakukan apa-apa.`,
      en: `${product.en}, which you received from your request for ${service.en}, ends on ${day('en')} (${when.en}).\n\nStill needed? Open the tracking page of that request and press "Apply again with these data". Your data are filled in; check them, then send.\n\n${advice.en}\n\nNot needed any more? You need not do anything.`,
    },
  };
}

/** Writes the message, in the transaction of its cause; false where the data were erased or nobody left an address. */
export async function tellOfEnding(tx: Tx, deps: RequestDeps, ending: EndingProduct): Promise<boolean> {
  const { government, number } = ending;
  const { id, state } = await getRequestRow(tx, government, number);
  const vault = await Vault.find(tx, deps.keys, government, id);
  if (!vault) return false;
  const now = journalNow(deps.clock);
  const { lang, name, email } = await readRecipient(tx, { vault, now });
  if (email === null) return false;
  const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
  const addressed = {
    name,
    trackUrl: `${deps.publicUrl}/${government}/permohonan/${number}`,
    government: deps.catalogue.government(government).office.name,
  };
  const message = toApplicant(addressed, endingWords(ending, service.title), lang);
  const envelope = { template: 'ending', lang, to: email, at: now } as const;
  await writeOut(tx, deps, [outboxRow(deps, vault, envelope, message)]);
  return true;
}
