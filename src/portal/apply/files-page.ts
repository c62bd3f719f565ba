/** The page of uploads; also the answer to a returned request shows its fields. */
import type { FieldFault } from '../../ground/index.ts';
import { MAX_FILE_BYTES } from '../../platform/index.ts';
import type { UploadedFile } from '../../request/index.ts';
import type { Requirement } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  commonWords,
  errorOf,
  errorSummary,
  fileField,
  form,
  formProgress,
  formatFileSize,
  formWords,
  html,
  narrow,
  notice,
  pageHeading,
} from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';
import type { Application } from './application.ts';
import { privacyNotice } from './privacy-notice.ts';
import { LATER } from './screen-page.ts';
import type { PartOfForm } from './way.ts';

/** Name of the button that removes a file; its value is the requirement. */
export const REMOVE = 'hapus';

const ACCEPTED = ['application/pdf', 'image/jpeg', 'image/png'];

export interface UploadFieldProps {
  readonly lang: Lang;
  readonly requirement: Requirement;
  readonly held: UploadedFile | null;
  readonly faults: readonly FieldFault[];
  /** May be left out although the standard requires it. */
  readonly optional?: boolean;
}

/** A requirement as a field for a file, with the one that is kept already. */
export function uploadField({ lang, requirement, held, faults, optional }: UploadFieldProps): Html {
  const words = applyWords[lang].apply;
  const own = requirement.hint?.[lang];
  const accepted = formWords[lang].file.hint(words.fileKinds, formatFileSize(MAX_FILE_BYTES, lang));
  return fileField({
    lang,
    name: requirement.id,
    label: requirement.label[lang],
    optional: optional ?? !requirement.required,
    hint: own === undefined ? accepted : html`${own}<br>${accepted}`,
    error: errorOf(faults, requirement.id, lang),
    accept: ACCEPTED,
    kinds: words.fileKinds,
    maxSize: MAX_FILE_BYTES,
    kept: held && {
      name: held.name,
      size: held.size,
      actions: button({
        label: html`${commonWords[lang].do.remove}<span class="unseen"> ${held.name}</span>`,
        kind: 'quiet',
        name: REMOVE,
        value: requirement.id,
      }),
    },
  });
}

export interface FilesPageProps {
  readonly app: Application;
  readonly uploads: readonly Requirement[];
  readonly held: readonly UploadedFile[];
  readonly faults: readonly FieldFault[];
  readonly letterNumber: string | null;
  readonly action: string;
  readonly part: PartOfForm;
  readonly savedAt: string;
}

/** The inside of the page of uploads. */
export function filesPage(props: FilesPageProps): Html {
  const { app, uploads, held, faults, letterNumber } = props;
  const { lang } = app;
  const words = applyWords[lang].apply;
  const byNumber =
    letterNumber !== null &&
    uploads.some(({ bring }) => bring === 'file-or-letter-number') &&
    notice({ lang, kind: 'info', children: words.filesNumberGiven(letterNumber) });
  const asksIdentity = uploads.some(({ personal }) => personal);
  const children = html`${uploads.map((requirement) =>
    uploadField({
      lang,
      requirement,
      held: held.find((file) => file.requirement === requirement.id) ?? null,
      faults,
      optional:
        !requirement.required || (requirement.bring === 'file-or-letter-number' && letterNumber !== null),
    }),
  )}${buttonRow(
    button({ label: commonWords[lang].do.continue }),
    button({ label: commonWords[lang].do.saveForLater, kind: 'quiet', name: LATER, value: '1' }),
  )}`;
  return narrow(
    formProgress({ lang, ...props.part, savedAt: props.savedAt }),
    errorSummary({ lang, faults }),
    pageHeading({ title: words.filesTitle, lead: words.filesLead }),
    byNumber,
    privacyNotice(app, asksIdentity),
    form({ lang, action: props.action, csrf: app.request.csrfToken(), multipart: true, children }),
  );
}
