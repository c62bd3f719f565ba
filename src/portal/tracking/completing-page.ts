import type { FieldFault } from '../../ground/index.ts';
import { MOST_WORDS } from '../../request/index.ts';
import type { UploadedFile } from '../../request/index.ts';
import type { Requirement } from '../../standard/index.ts';
import {
  bullets,
  button,
  buttonRow,
  commonWords,
  errorOf,
  errorSummary,
  form,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  paragraphs,
  publicWords,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { uploadField } from '../apply/files-page.ts';
import { trackWords } from '../words/track.ts';
import type { OpenTracked } from './open-tracked.ts';
import { demandLead, missingLabel } from './page.ts';

/** Name of the note's field. */
export const NOTE = 'catatan';

export interface CompletingPageProps {
  readonly open: OpenTracked;
  readonly uploads: readonly Requirement[];
  readonly held: readonly UploadedFile[];
  readonly faults: readonly FieldFault[];
  readonly note: string;
}

/** The inside of the page that answers a return. */
export function completingPage({ open, uploads, held, faults, note }: CompletingPageProps): Html {
  const { view, lang, base, request } = open;
  const words = publicWords[lang].track;
  const own = trackWords[lang];
  const fields = uploads.map((requirement) =>
    uploadField({
      lang,
      requirement,
      held: held.find((file) => file.requirement === requirement.id) ?? null,
      faults,
      optional: false,
    }),
  );
  return narrow(
    errorSummary({ lang, faults }),
    pageHeading({
      above: view.service.value.title[lang],
      title: words.completeTitle,
      lead: demandLead(open),
    }),
    demanded(open, uploads),
    form({
      lang,
      action: `${base}/lengkapi`,
      csrf: request.csrfToken(),
      multipart: true,
      children: html`${fields}${textArea({
        lang,
        name: NOTE,
        label: own.note,
        value: note,
        optional: uploads.length > 0,
        error: errorOf(faults, NOTE, lang),
        maxLength: MOST_WORDS,
      })}${buttonRow(
        button({ label: own.sendCompletion }),
        linkButton({ label: commonWords[lang].do.back, href: base, kind: 'quiet' }),
      )}`,
    }),
  );
}

/** The official's message, and what is missing without being a file. */
function demanded({ view, lang }: OpenTracked, uploads: readonly Requirement[]): Content {
  const { missing = [], message = null } = view.demand ?? {};
  const others = missing.filter((id) => !uploads.some((one) => one.id === id));
  const words = trackWords[lang];
  return [
    message !== null &&
      notice({ lang, kind: 'info', title: words.fromOffice, children: paragraphs(message) }),
    others.length > 0 && bullets(others.map((id) => missingLabel(view.service.value, id, lang))),
    uploads.length === 0 && html`<p>${words.nothing}</p>`,
  ];
}
