/** The letters of a request on its page: those there are, and what can be begun. */
import { templates } from '../../product/index.ts';
import type { RequestLetters } from '../../product/index.ts';
import { button, buttonRow, choiceField, form, html, linkButton, panel, soft } from '../../ui/index.ts';
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
    children: [lettersList(page, shown), beginForm(page, shown), sheetLinks(page, shown), registerLink(page)],
  });
}

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

function beginForm(page: RequestPage, { open }: RequestLetters): Content {
  const { lang, csrf } = page;
  const [first] = open;
  if (first === undefined) return null;
  const words = letterWords[lang];
  return form({
    lang,
    csrf,
    action: baseOf(page),
    children: [
      choiceField({
        lang,
        name: 'template',
        label: words.which,
        value: first,
        options: open.map((id) => ({ value: id, label: templates[id].title[lang] })),
      }),
      buttonRow(button({ label: words.make, kind: 'quiet', wide: true })),
    ],
  });
}

function sheetLinks(page: RequestPage, { sheets }: RequestLetters): Content {
  if (sheets.length === 0) return null;
  const links = sheets.map((id) =>
    linkButton({
      label: `${letterWords[page.lang].sheets}: ${templates[id].title[page.lang]}`,
      href: `${baseOf(page)}/cetak/${id}.pdf`,
      kind: 'quiet',
      wide: true,
      download: true,
    }),
  );
  return buttonRow(...links);
}

const registerLink = ({ lang }: RequestPage): Content =>
  html`<p><a href="/meja/surat-keluar">${letterWords[lang].registerTitle}</a></p>`;
