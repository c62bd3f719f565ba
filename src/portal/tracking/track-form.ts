/** The form that asks for number and key. */
import type { FieldFault } from '../../ground/index.ts';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  form,
  narrow,
  pageHeading,
  publicWords,
  textField,
} from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { trackWords } from '../words/track.ts';

export interface TrackFormProps {
  readonly lang: Lang;
  readonly action: string;
  readonly csrf: string;
  /** As typed, or from the address of the page. The key is never shown again. */
  readonly number: string;
  readonly faults: readonly FieldFault[];
}

/** The inside of the tracking form. */
export function trackForm({ lang, action, csrf, number, faults }: TrackFormProps): Html {
  const words = publicWords[lang].track;
  const own = trackWords[lang];
  return narrow(
    errorSummary({ lang, faults, kept: null }),
    pageHeading({ title: words.title, lead: words.lead }),
    form({
      lang,
      action,
      csrf,
      children: [
        textField({
          lang,
          name: 'nomor',
          label: words.number,
          hint: `${words.numberHint}. ${own.anyGovernment}`,
          value: number,
          error: errorOf(faults, 'nomor', lang),
          width: 'medium',
          maxLength: 40,
          autocomplete: 'off',
          spellcheck: false,
        }),
        textField({
          lang,
          name: 'kunci',
          label: words.key,
          hint: own.keyHintForm,
          error: errorOf(faults, 'kunci', lang),
          width: 'full',
          maxLength: 80,
          autocomplete: 'off',
          spellcheck: false,
        }),
        buttonRow(button({ label: own.open })),
      ],
    }),
  );
}
