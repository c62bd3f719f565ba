/** What a service costs, in words. */
import type { Service } from '../../standard/index.ts';
import { bullets, formatMoney, html } from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { feeShort } from '../front/brief.ts';
import { frontWords } from '../words/front.ts';

/**
 * The fee, with the invitation to report whoever asks for money beyond it, and the way to do so.
 */
export function feeContent(service: Service, reportHref: string, lang: Lang): Content {
  const { fee } = service;
  const words = frontWords[lang].service;
  const report = (asked: string): Html => html`${asked} <a href="${reportHref}">${words.report}</a>`;
  if (fee.free) return html`<strong>${words.freeLine}</strong> ${report(words.askedForMoney)}`;
  const lines = fee.amounts.map((amount) =>
    words.feeLine(formatMoney(amount.idr, lang), amount.times, amount.for[lang]),
  );
  return [
    html`<strong>${fee.byCase ? words.feeByCase(feeShort(service, lang)) : words.feeTotal(feeShort(service, lang))}</strong>`,
    bullets(lines),
    fee.tariffBasis !== undefined && html`<p>${words.tariffBasis(fee.tariffBasis)}</p>`,
    html`<p>${report(words.askedForMore)}</p>`,
  ];
}
