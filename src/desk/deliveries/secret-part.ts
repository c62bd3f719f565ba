/** A first password that ran out unopened: what the office sees of it, and the button that has another one made. */
import { html, notice } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { RequestPage } from '../request-context.ts';
import { deliveryForm } from './delivery-form.ts';
import { deliveryWords } from './words.ts';

export function secretPart(page: RequestPage): Content {
  const { view, lang } = page;
  const words = deliveryWords[lang];
  const offer = view.offers.find(({ action }) => action === 'renew-secret');
  return [
    view.secretRenewals.map(({ cause, nextAt }) =>
      notice({
        lang,
        kind: cause ? 'warning' : 'info',
        title: words.secretOnItsWay,
        children: html`${cause && html`<p>${cause[lang]}</p>`}${nextAt && cause && html`<p>${words.nextAt}: ${formatInstant(nextAt.toString(), view.timeZone, lang)}</p>`}`,
      }),
    ),
    offer && [
      html`<p>${words.secretExpired}</p>`,
      deliveryForm(page, 'renew-secret', offer.deliveries ?? [], null),
    ],
  ];
}
