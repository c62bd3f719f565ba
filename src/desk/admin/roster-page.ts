import type { OfficialRow } from '../../people/index.ts';
import type { Organisation } from '../../standard/index.ts';
import { html, linkButton, pageHeading, soft, table, tag } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { actingTitle, postTitle } from '../request-words.ts';
import { peopleTabs, PEOPLE, personHref, ROSTER } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { holdsOn } from './post-terms.ts';

export interface RosterPage {
  readonly lang: Lang;
  readonly organisation: Organisation;
  readonly officials: readonly OfficialRow[];
  readonly today: Temporal.PlainDate;
  readonly mayChange: boolean;
}

/** Everybody who can sign in, with what they hold today. */
export function rosterPage(page: RosterPage): Content {
  const { lang, officials } = page;
  const words = peopleWords[lang];
  return [
    pageHeading({ title: words.roster, lead: words.rosterLead }),
    peopleTabs(lang, ROSTER),
    page.mayChange && html`<p>${linkButton({ label: words.add, href: `${PEOPLE}/baru`, kind: 'quiet' })}</p>`,
    table<OfficialRow>({
      caption: words.roster,
      columns: [
        {
          label: words.name,
          cell: ({ id, name }) => html`<a href="${personHref(id)}">${name}</a>`,
          names: true,
        },
        { label: words.username, cell: ({ username }) => username },
        { label: words.holdsNow, cell: (official) => heldToday(page, official) },
        { label: words.state, cell: ({ disabled }) => stateOf(disabled, lang) },
      ],
      groups: [{ rows: officials }],
    }),
  ];
}

function heldToday({ lang, organisation, today }: RosterPage, { holdings }: OfficialRow): Content {
  const held = holdings.filter((holding) => holdsOn(holding, today));
  if (held.length === 0) return soft(peopleWords[lang].none);
  return held
    .map(({ position, as }) =>
      actingTitle(postTitle(organisation, position, lang), as === 'definitive' ? null : as),
    )
    .join('; ');
}

const stateOf = (disabled: boolean, lang: Lang): Content =>
  disabled
    ? tag({ kind: 'waiting', label: peopleWords[lang].inactive })
    : tag({ kind: 'ok', label: peopleWords[lang].active });
