/** What a service costs, in words. */
import type { Service } from '../../standard/index.ts';
import { bullets, formatMoney, html } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { frontWords } from '../words/front.ts';

/**
 * The fee; where there is none, the sentence that invites to report whoever asks for money, with the way to do it
 * (UU 25/2009: no levies beyond the standard).
 */
export function feeContent({ fee }: Service, reportHref: string, lang: Lang): Content {
  const words = frontWords[lang].service;
  const report = html`${words.askedForMoney} <a href="${reportHref}">${words.report}</a>`;
  if (fee.free) return html`<strong>${words.freeLine}</strong> ${report}`;
  const sum = fee.amounts.reduce((all, amount) => all + amount.idr * amount.times, 0);
  const lines = fee.amounts.map((amount) =>
    words.feeLine(formatMoney(amount.idr, lang), amount.times, amount.for[lang]),
  );
  return [
    html`<strong>${words.feeTotal(formatMoney(sum, lang))}</strong>`,
    bullets(lines),
    fee.tariffBasis !== undefined && html`<p>${words.tariffBasis(fee.tariffBasis)}</p>`,
  ];
}
