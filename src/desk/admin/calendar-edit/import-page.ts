/** Taking in a year of holidays from a table or a calendar file. */
import type { LineFault } from '../../../standard/index.ts';
import {
  bullets,
  button,
  buttonRow,
  choiceField,
  errorOf,
  form,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  textArea,
} from '../../../ui/index.ts';
import type { Content } from '../../../ui/index.ts';
import { typedText } from '../official-input.ts';
import { EDIT, IMPORT } from './addresses.ts';
import { comparedField, decreeField, kindField } from './part-pages.ts';
import type { PartPage } from './part-pages.ts';
import { editWords } from './words.ts';

/** Names of the fields. */
export const IMPORTED = { text: 'isi', file: 'berkas', kind: 'jenis', mode: 'cara' };
export const MODES = ['ganti-tahun', 'tambah'] as const;

export interface ImportPage extends PartPage {
  /** The text that was pasted or read from the file, to be put right here. */
  readonly text: string;
  readonly lineFaults: readonly LineFault[];
}

/** The form; what is wrong with the lines stands above it. */
export function importPage(page: ImportPage): Content {
  const { lang, csrf, faults, typed, text } = page;
  const words = editWords[lang];
  return narrow(
    pageHeading({ title: words.importTitle, lead: words.importLead }),
    faultsNotice(page),
    form({
      lang,
      csrf,
      multipart: true,
      action: IMPORT,
      children: [
        textArea({
          lang,
          name: IMPORTED.text,
          label: words.text,
          hint: words.textHint,
          rows: 10,
          value: text,
          code: true,
          error: errorOf(faults, IMPORTED.text, lang),
        }),
        html`<div class="field"><label class="field-label" for="f-berkas">${words.file}</label><input class="input-file" type="file" id="f-berkas" name="${IMPORTED.file}" accept=".csv,.ics,.txt,text/csv,text/calendar"></div>`,
        kindField(page, IMPORTED.kind, words.otherKind),
        decreeField(page, words.importDecree),
        comparedField(page),
        choiceField({
          lang,
          name: IMPORTED.mode,
          label: words.mode,
          options: [
            { value: MODES[0], label: words.putYear },
            { value: MODES[1], label: words.addAll },
          ],
          value: typedText(typed, IMPORTED.mode) || MODES[0],
        }),
        buttonRow(
          button({ label: words.read }),
          linkButton({ label: words.back, href: EDIT, kind: 'quiet' }),
        ),
      ],
    }),
  );
}

function faultsNotice({ lang, lineFaults }: ImportPage): Content {
  if (lineFaults.length === 0) return null;
  const words = editWords[lang];
  return notice({
    lang,
    kind: 'error',
    title: words.lineFaults,
    announced: true,
    children: bullets(lineFaults.map((one) => html`${words.line(one.line)}: ${one.words[lang]}`)),
  });
}
