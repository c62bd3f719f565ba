import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result } from '../../ground/index.ts';
import { readRequestNumber } from '../../platform/index.ts';
import type { FoundRequest, LookUp } from '../../request/index.ts';
import { readAnswers } from '../../standard/index.ts';
import type { Question, Service } from '../../standard/index.ts';
import {
  button,
  deskWords,
  buttonRow,
  emptyState,
  errorOf,
  figures,
  form,
  html,
  panel,
  table,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { pageWords } from '../words.ts';
import { visitWords } from './visit-words.ts';
import { counterWords } from './words.ts';

const ask = (type: 'nik' | 'phone' | 'email'): Question => ({
  id: type,
  type,
  label: { id: type, en: type },
  required: true,
  protected: false,
});

/** What somebody at the counter said or showed, as something to search by. */
export function readLookUp(text: string): Result<LookUp> {
  const number = readRequestNumber(text);
  if (number.ok) return ok({ kind: 'number', value: number.value.number });
  const context = { today: Temporal.PlainDate.from('2000-01-01'), agencies: [], mode: 'form' } as const;
  for (const kind of ['nik', 'email', 'phone'] as const) {
    const read = readAnswers([ask(kind)], { [kind]: text }, context);
    const value = read.ok ? read.value[kind] : undefined;
    if (typeof value === 'string') return ok({ kind, value });
  }
  const words = { id: counterWords.id.unreadable, en: counterWords.en.unreadable };
  return refused('invalid', 'look-up-unreadable', words, [{ path: 'dicari', words }]);
}

export interface LookUpForm {
  readonly lang: Lang;
  readonly csrf: string;
  readonly typed: string;
  readonly faults: readonly FieldFault[];
}

/** Posted and never in an address: a NIK in an address would end in logs. */
export function lookUpForm({ lang, csrf, typed, faults }: LookUpForm): Html {
  const words = counterWords[lang];
  return panel({
    title: words.lookUp,
    children: form({
      lang,
      csrf,
      action: '/meja/loket/cari',
      children: [
        textField({
          lang,
          name: 'dicari',
          label: words.lookUpLabel,
          hint: words.lookUpText,
          value: typed,
          autocomplete: 'off',
          spellcheck: false,
          maxLength: 200,
          error: errorOf(faults, 'dicari', lang),
        }),
        buttonRow(button({ label: words.lookUpButton, kind: 'quiet' })),
      ],
    }),
  });
}

export interface FoundProps {
  readonly lang: Lang;
  readonly timeZone: string;
  readonly found: readonly FoundRequest[];
  readonly serviceOf: (found: FoundRequest) => Service;
  /** The official may print receipts for visitors. */
  readonly reprints: boolean;
}

/** How each request found stands; a link only where this official may open it. */
export function foundTable(props: FoundProps): Content {
  const { lang, found, serviceOf, timeZone, reprints } = props;
  const words = counterWords[lang];
  if (found.length === 0) return emptyState({ title: words.noneFound, text: words.noneFoundText });
  return table({
    caption: words.found,
    captionSeen: true,
    columns: [
      { label: pageWords[lang].request.number, cell: (one) => numberCell(one), names: true },
      { label: deskWords[lang].column.service, cell: (one) => serviceOf(one).title[lang] },
      { label: words.status, cell: (one) => pageWords[lang].status[one.state.status] },
      {
        label: words.waitsAt,
        cell: (one) => serviceOf(one).steps.find(({ id }) => id === one.state.step)?.title[lang] ?? '–',
      },
      {
        label: words.due,
        cell: ({ state }) => (state.due === null ? '–' : formatInstant(state.due, timeZone, lang)),
      },
      ...(reprints ? [{ label: words.receipt, cell: (one: FoundRequest) => reprintLink(one, lang) }] : []),
    ],
    groups: [{ rows: found }],
  });
}

const numberCell = ({ number, opens }: FoundRequest): Content =>
  opens ? html`<a href="/meja/permohonan/${number}">${number}</a>` : figures(number);

const reprintLink = ({ number }: FoundRequest, lang: Lang): Content =>
  html`<a href="/meja/loket/tanda-terima/${number}">${visitWords[lang].reprint}<span class="unseen">: ${number}</span></a>`;
