/** What was handed over: words, files, and secrets that open once. */
import type { TimelineItem } from '../../request/index.ts';
import { button, form, html, notice, panel, paragraphs } from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { trackWords } from '../words/track.ts';
import { fileLines, filesNamed } from './history.ts';
import type { OpenTracked } from './open-tracked.ts';

const hasEvidence = (item: TimelineItem): boolean =>
  item.kind === 'step-made' && (item.files.length > 0 || item.secrets.length > 0 || item.text !== null);

/** Everything delivered so far; nothing before there is any. */
export function delivered(open: OpenTracked): Content {
  const items = open.view.timeline.filter(hasEvidence);
  if (items.length === 0) return null;
  const { lang, view } = open;
  const words = trackWords[lang];
  return panel({
    id: 'hasil',
    title: words.productTitle,
    children: html`<p><strong>${view.service.value.product.text[lang]}</strong></p><p>${words.byHand}</p>${items.map(
      (item) =>
        html`${item.text !== null && paragraphs(item.text)}${fileLines(open, filesNamed(open, item.files))}`,
    )}${view.openSecrets.map((secret) => secretForm(open, secret))}`,
  });
}

/** Opening changes something, so it is a POST; a page that is only looked at never spends the secret. */
function secretForm({ base, lang, request }: OpenTracked, secret: string): Html {
  const words = trackWords[lang];
  return notice({
    lang,
    kind: 'warning',
    title: words.secretTitle,
    children: html`<p>${words.secretText}</p>${form({
      lang,
      action: `${base}/rahasia/${secret}`,
      csrf: request.csrfToken(),
      children: button({ label: words.openSecret }),
    })}`,
  });
}
