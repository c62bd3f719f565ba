/** The form by which whoever was given a product asks to have it withdrawn. */
import { MOST_WITHDRAWAL_REASON } from '../../request/index.ts';
import { button, choiceField, errorOf, folded, form, hiddenField, html, textArea } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { OpenTracked, TriedForm } from '../tracking/open-tracked.ts';
import { trackWords } from '../words/track.ts';

/** Below the page of a request. */
export const GIVE_BACK_PART = 'minta-cabut';

const NAME = 'delivery';

/** Nothing where nothing stands delivered, or all of it was asked for already. */
export function giveBackForm(
  { base, context, lang, request, view }: OpenTracked,
  { faults, typed }: TriedForm,
): Content {
  const delivered = (view.state.deliveries ?? []).filter(
    ({ status, asked }) => status === 'delivered' && asked !== true,
  );
  // Of what an official made with words alone to show for it there is no record to describe: its kind says what it is.
  const options = delivered.map(({ delivery, kind }) => ({
    value: delivery,
    label: context.products.titleOf(kind)[lang],
  }));
  const [only, ...more] = options;
  if (!only) return null;
  const words = trackWords[lang].giveBack;
  // A forgotten passphrase is no reason to lose a mailbox: only a certificate has to be made anew for it.
  const why = delivered.some(({ kind }) => kind === 'certificate') ? words.whyCertificate : words.why;
  return folded({
    summary: words.title,
    id: 'minta-cabut',
    open: typed.reason !== undefined,
    children: html`<p>${why} ${words.text}</p>${form({
      lang,
      action: `${base}/${GIVE_BACK_PART}`,
      csrf: request.csrfToken(),
      children: [
        more.length === 0
          ? hiddenField(NAME, only.value)
          : choiceField({
              lang,
              name: NAME,
              label: words.which,
              value: typed.delivery ?? only.value,
              options,
            }),
        textArea({
          lang,
          name: 'reason',
          label: words.reason,
          value: typed.reason,
          error: errorOf(faults, 'reason', lang),
          maxLength: MOST_WITHDRAWAL_REASON,
          rows: 3,
        }),
        button({ label: words.button, kind: 'quiet' }),
      ],
    })}`,
  });
}
