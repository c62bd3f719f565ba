/** The letters of a request on its page: those there are, and what can be begun. */
import { templates } from '../../product/index.ts';
import type { RequestLetters, TemplateId } from '../../product/index.ts';
import { isEnded } from '../../request/index.ts';
import {
  button,
  buttonRow,
  choiceField,
  folded,
  form,
  hiddenField,
  html,
  notice,
  panel,
  soft,
} from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { RequestPage } from '../request-context.ts';
import { letterWords } from './words.ts';

/** The panel; nothing for whoever only reads. */
export function lettersPanel(page: RequestPage): Content {
  const { letters: shown, lang } = page;
  if (!shown) return null;
  const words = letterWords[lang];
  return panel({
    title: words.panel,
    id: 'surat',
    children: [
      lettersList(page, shown),
      beginButtons(page, shown.lacking),
      beginForm(page, shown),
      registerLink(page),
    ],
  });
}

/** On top of the page while the decision is fresh: the letter that it calls for, one press away. */
export function lettersCalledFor(page: RequestPage): Content {
  const { letters: shown, lang, recorded, view } = page;
  if (!shown || shown.lacking.length === 0) return null;
  if (!recorded && isEnded(view.state.status)) return null;
  const words = letterWords[lang];
  return notice({
    lang,
    kind: 'info',
    title: words.calledFor,
    children: [html`<p>${words.calledForText}</p>`, beginButtons(page, shown.lacking)],
  });
}

/** A press for each: nothing is to be chosen. */
const beginButtons = (page: RequestPage, lacking: readonly TemplateId[]): Content =>
  lacking.map((id) =>
    form({
      lang: page.lang,
      csrf: page.csrf,
      action: baseOf(page),
      children: [
        hiddenField('template', id),
        buttonRow(
          button({
            label: letterWords[page.lang].makeOne(templates[id].title[page.lang]),
            kind: 'quiet',
            wide: true,
          }),
        ),
      ],
    }),
  );

const baseOf = ({ view }: RequestPage): string => `/meja/permohonan/${view.state.number}/surat`;

function lettersList(page: RequestPage, { letters }: RequestLetters): Content {
  const words = letterWords[page.lang];
  if (letters.length === 0) return soft(words.none);
  const lines = letters.map(
    ({ id, template, number, state }) =>
      html`<li><a href="${baseOf(page)}/${id}">${templates[template].title[page.lang]}${number === null ? '' : ` ${number}`}</a>: ${words.state[state]}</li>`,
  );
  return html`<ul>${lines}</ul>`;
}

/** Any other that fits, folded where a decision already says which is wanted. */
function beginForm(page: RequestPage, { open, lacking, undecided }: RequestLetters): Content {
  const free = open.filter((id) => !lacking.includes(id));
  // What is not decided is never what is proposed.
  const others = [
    ...free.filter((id) => !undecided.includes(id)),
    ...free.filter((id) => undecided.includes(id)),
  ];
  const [first] = others;
  if (first === undefined) return null;
  const { lang, csrf } = page;
  const words = letterWords[lang];
  const titleOf = (id: TemplateId): string => {
    const title = templates[id].title[lang];
    return undecided.includes(id) ? words.draftFor(title) : title;
  };
  const choosing = form({
    lang,
    csrf,
    action: baseOf(page),
    children: [
      choiceField({
        lang,
        name: 'template',
        label: words.which,
        value: first,
        options: others.map((id) => ({ value: id, label: titleOf(id) })),
      }),
      buttonRow(button({ label: words.make, kind: 'quiet', wide: true })),
    ],
  });
  return lacking.length === 0 ? choosing : folded({ summary: words.others, children: choosing });
}

const registerLink = ({ lang }: RequestPage): Content =>
  html`<p><a href="/meja/surat-keluar">${letterWords[lang].registerTitle}</a></p>`;
