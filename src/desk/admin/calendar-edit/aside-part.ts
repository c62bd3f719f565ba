/** Requests that a calendar gives no deadline: which, why, and what happens to them. */
import type { CalendarAside } from '../../../request/index.ts';
import { html, notice, section, table } from '../../../ui/index.ts';
import type { Content, Lang } from '../../../ui/index.ts';
import { requestCell } from './request-cell.ts';
import type { NamedRequests } from './request-cell.ts';
import { editWords } from './words.ts';

/** A warning with the first of them; nothing where there are none. `count`: of all. */
export function asidePart(
  page: NamedRequests & { readonly lang: Lang },
  asides: readonly CalendarAside[],
  count: number,
): Content {
  if (count === 0) return null;
  const words = editWords[page.lang];
  const title = words.asides(count);
  return [
    notice({ lang: page.lang, kind: 'warning', title, children: html`<p>${words.asidesText}</p>` }),
    section({
      title,
      children: table<CalendarAside>({
        caption: title,
        columns: [
          { label: words.number, cell: (aside) => requestCell(page, aside), names: true },
          { label: words.asideWhy, cell: ({ reason }) => reasonIn(page.lang, reason) },
        ],
        groups: [{ rows: asides }],
      }),
    }),
  ];
}

function reasonIn(lang: Lang, code: string): string {
  const known: Readonly<Record<string, string>> = editWords[lang].asideReasons;
  return known[code] ?? editWords[lang].asideOther(code);
}
