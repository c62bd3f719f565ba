/** A first password that ran out unopened, or was lost in opening: what the office sees of it, and how it has another one made. */
import { errorOf, html, notice, textArea } from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import type { SecretRenewal } from '../../request/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { RequestPage } from '../request-context.ts';
import { pageWords } from '../words.ts';
import { valuesOf } from '../read-action.ts';
import { deliveryForm, foldedDeliveryForm } from './delivery-form.ts';
import { deliveryWords } from './words.ts';

export function secretPart(page: RequestPage): Content {
  const { view, lang } = page;
  const words = deliveryWords[lang];
  const { deliveries = [] } = view.offers.find(({ action }) => action === 'renew-secret') ?? {};
  const opened = deliveries.filter((one) => view.openedSecrets.includes(one));
  const expired = deliveries.filter((one) => !opened.includes(one));
  return [
    view.secretRenewals.map((renewal) => renewalNotice(page, renewal)),
    expired.length > 0 && [
      html`<p>${words.secretExpired}</p>`,
      deliveryForm(page, 'renew-secret', expired, null),
    ],
    opened.length > 0 &&
      foldedDeliveryForm(page, 'renew-secret', opened, [
        html`<p>${words.secretOpened}</p>`,
        reasonField(page),
      ]),
  ];
}

/** One that is being made, or that the program gave up. */
function renewalNotice({ view, lang }: RequestPage, { cause, nextAt }: SecretRenewal): Html {
  const words = deliveryWords[lang];
  return notice({
    lang,
    kind: cause ? 'warning' : 'info',
    title: nextAt ? words.secretOnItsWay : words.secretStopped,
    children: html`${cause && html`<p>${cause[lang]}</p>`}${
      nextAt
        ? cause && html`<p>${words.nextAt}: ${formatInstant(nextAt.toString(), view.timeZone, lang)}</p>`
        : html`<p>${words.secretStoppedText}</p>`
    }`,
  });
}

const LONGEST = 8000;
const REASON = 'renew-secret.reason';

const reasonField = ({ lang, posted, faults }: RequestPage): Html =>
  textArea({
    lang,
    name: REASON,
    label: pageWords[lang].act.secretReason,
    rows: 3,
    maxLength: LONGEST,
    value: valuesOf(posted, REASON)[0] ?? '',
    error: errorOf(faults, REASON, lang),
  });
