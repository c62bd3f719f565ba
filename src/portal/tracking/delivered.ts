/** What was handed over: words, files, and secrets that open once. */
import type { DeliveredProduct, TimelineItem } from '../../request/index.ts';
import { bullets, button, buttonRow, form, html, notice, pairs, panel, paragraphs } from '../../ui/index.ts';
import type { Content, Html, Lang, Pair } from '../../ui/index.ts';
import { giveBackForm } from '../again/give-back.ts';
import { AGAIN_PART, findOfferedAgain } from '../again/offered.ts';
import type { OwnedCertificate } from '../certificate/owned.ts';
import { certificateLink } from '../certificate/link.ts';
import { trackWords } from '../words/track.ts';
import { fileLines, filesNamed, isHandedOver } from './history.ts';
import type { OpenTracked, TriedForm } from './open-tracked.ts';

/** Words of other steps, such as why a class was chosen, are no product. */
const hasEvidence = (item: TimelineItem): boolean =>
  isHandedOver(item) && (item.files.length > 0 || item.secrets.length > 0 || item.text !== null);

/** Everything delivered so far; nothing before there is any. `owned`: the trial certificate among it. */
export function delivered(open: OpenTracked, owned: OwnedCertificate | null, tried: TriedForm): Content {
  const { lang, view } = open;
  const items = view.timeline.filter(hasEvidence);
  const gone = (view.state.deliveries ?? []).filter(({ status }) => status === 'withdrawn');
  if (items.length === 0 && view.products.length === 0 && gone.length === 0 && !owned) return null;
  const words = trackWords[lang];
  const byHand = items.filter(({ text, files }) => text !== null || files.length > 0);
  return panel({
    id: 'hasil',
    title: words.productTitle,
    children: html`<p><strong>${view.service.value.product.text[lang]}</strong></p>${view.products.map(
      (one) => productPart(open, one),
    )}${gone.map(({ kind }) => html`<p>${words.takenBack(open.context.products.titleOf(kind)[lang])}</p>`)}${owned && certificateLink(open, owned)}${byHand.length > 0 && html`<p>${words.byHand}</p>`}${byHand.map(
      (item) =>
        html`${item.text !== null && paragraphs(item.text)}${fileLines(open, filesNamed(open, item.files))}`,
    )}${view.openSecrets
      .filter((secret) => productOf(open, secret) === null)
      .map((secret) => secretForm(open, secret, null))}${againForm(open)}${giveBackForm(open, tried)}`,
  });
}

/** What it is, where it is, and by which name one signs in. */
export const factsOf = ({ facts }: Pick<DeliveredProduct, 'facts'>, lang: Lang): readonly Pair[] =>
  facts.map(({ label, value }) => ({
    term: label[lang],
    value: typeof value === 'string' ? value : value[lang],
  }));

/** What it is and what opens it, how it is used, and what to do when it ends. */
function productPart(open: OpenTracked, product: DeliveredProduct): Html {
  const { lang } = open;
  const words = trackWords[lang];
  const { title, use, end } = product;
  return html`<h3>${title[lang]}</h3>${pairs(factsOf(product, lang))}${passwordPart(open, product)}<h4>${words.howToUse}</h4>${bullets(
    use.map((one) => one[lang]),
  )}<h4>${words.whenItEnds}</h4><p>${end[lang]}</p>`;
}

/** The first password of a product: to be opened, run out unopened, or on its way once more. */
function passwordPart(open: OpenTracked, product: DeliveredProduct): Content {
  const { lang, view } = open;
  const { delivery } = product;
  return [
    view.openSecrets
      .filter((secret) => productOf(open, secret) === product)
      .map((secret) => secretForm(open, secret, product.title[lang])),
    view.secretRenewals
      .filter((one) => one.delivery === delivery)
      .map(({ nextAt }) => renewalNotice(lang, product, nextAt !== null)),
    view.renewableSecrets.includes(delivery) && expiredPassword(open, delivery, product.title[lang]),
    wasOpened(open, delivery) && html`<p>${trackWords[lang].passwordOpened}</p>`,
  ];
}

function renewalNotice(lang: Lang, { title }: DeliveredProduct, onItsWay: boolean): Html {
  const words = trackWords[lang];
  return notice({
    lang,
    kind: onItsWay ? 'info' : 'warning',
    title: title[lang],
    children: html`<p>${onItsWay ? words.secretOnItsWay : words.secretStopped}</p>`,
  });
}

/** Whoever did not open it themselves learns here that somebody else did. */
function wasOpened({ view }: OpenTracked, delivery: string): boolean {
  const secrets = secretsOf(view, delivery);
  const waits =
    view.renewableSecrets.includes(delivery) ||
    view.secretRenewals.some((renewal) => renewal.delivery === delivery) ||
    secrets.some((secret) => view.openSecrets.includes(secret));
  return secrets.length > 0 && !waits;
}

const secretsOf = ({ state }: OpenTracked['view'], delivery: string): readonly string[] =>
  (state.deliveries ?? [])
    .filter((one) => one.delivery === delivery)
    .flatMap(({ evidence }) => evidence.flatMap((item) => (item.type === 'secret' ? item.secret : [])));

function expiredPassword({ base, lang, request }: OpenTracked, delivery: string, title: string): Html {
  const words = trackWords[lang];
  return notice({
    lang,
    kind: 'warning',
    title: words.firstPassword(title),
    children: html`<p>${words.secretExpired}</p>${form({
      lang,
      action: `${base}/sandi-baru/${delivery}`,
      csrf: request.csrfToken(),
      children: button({ label: words.newSecret(title) }),
    })}`,
  });
}

/** What ends is asked for anew: a renewal is a request like the first, with its own promise. */
function againForm(open: OpenTracked): Content {
  const { base, context, lang, request, view } = open;
  if (!findOfferedAgain(context, view)) return null;
  const words = trackWords[lang].again;
  return html`<h3>${words.title}</h3><p>${words.text}</p>${form({
    lang,
    action: `${base}/${AGAIN_PART}`,
    csrf: request.csrfToken(),
    children: buttonRow(button({ label: words.button, kind: 'quiet' })),
  })}`;
}

/** What a secret opens: the product that came with it; null for one that an official gave. */
export const productOf = ({ view }: OpenTracked, secret: string): DeliveredProduct | null =>
  view.products.find(({ delivery }) => secretsOf(view, delivery).includes(secret)) ?? null;

/** Opening changes something, so it is a POST; a page that is only looked at never spends the secret. `product`: what it opens. */
function secretForm({ base, lang, request }: OpenTracked, secret: string, product: string | null): Html {
  const words = trackWords[lang];
  return notice({
    lang,
    kind: 'warning',
    title: product === null ? words.secretTitle : words.firstPassword(product),
    children: html`<p>${product === null ? words.secretText : words.firstPasswordText}</p>${form({
      lang,
      action: `${base}/rahasia/${secret}`,
      csrf: request.csrfToken(),
      children: button({ label: product === null ? words.openSecret : words.openPassword(product) }),
    })}`,
  });
}
