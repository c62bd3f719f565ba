/** The small pages around a request: withdrawing it, and a secret that is shown once. */
import type { FieldFault } from '../../ground/index.ts';
import { MOST_WORDS } from '../../request/index.ts';
import type { DeliveredProduct } from '../../request/index.ts';
import {
  commonWords,
  confirmBlock,
  copyable,
  errorOf,
  errorSummary,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  pairs,
  publicWords,
  textArea,
} from '../../ui/index.ts';
import type { Html } from '../../ui/index.ts';
import { trackWords } from '../words/track.ts';
import { factsOf } from './delivered.ts';
import type { OpenTracked } from './open-tracked.ts';

const REASON = 'alasan';

/** The inside of the page that asks once more before a request is withdrawn; `reason` and `faults` of one that was not taken. */
export function withdrawPage(
  { view, lang, base, request }: OpenTracked,
  reason: string,
  faults: readonly FieldFault[],
): Html {
  const words = trackWords[lang];
  const atField = faults.map(({ words: said }) => ({ path: REASON, words: said }));
  return html`${errorSummary({ lang, faults: atField })}${pageHeading({ above: view.service.value.title[lang], title: publicWords[lang].track.withdraw })}${confirmBlock(
    {
      lang,
      title: words.withdrawTitle,
      explained: words.withdrawExplained,
      action: `${base}/tarik`,
      csrf: request.csrfToken(),
      confirmLabel: commonWords[lang].do.withdraw,
      cancelHref: base,
      children: textArea({
        lang,
        name: REASON,
        label: words.withdrawReason,
        value: reason,
        error: errorOf(atField, REASON, lang),
        optional: true,
        maxLength: MOST_WORDS,
        rows: 3,
      }),
    },
  )}`;
}

/** The inside of the only page that ever shows a secret. `product`: what it opens, where the program made it. */
export function secretPage(
  { view, lang, base }: OpenTracked,
  secret: string,
  product: DeliveredProduct | null,
): Html {
  const words = trackWords[lang];
  const label = product === null ? words.secretTitle : words.firstPassword(product.title[lang]);
  return narrow(
    pageHeading({ above: view.service.value.title[lang], title: words.secretOpened }),
    notice({ lang, kind: 'warning', children: words.secretOpenedText, announced: true }),
    copyable({ lang, label, value: secret }),
    product && pairs(factsOf(product, lang)),
    linkButton({ label: words.secretDone, href: base }),
  );
}
