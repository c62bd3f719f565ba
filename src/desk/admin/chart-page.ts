import type { OfficialRow } from '../../people/index.ts';
import type { Organisation, Position } from '../../standard/index.ts';
import { html, pageHeading, soft, tag, tree } from '../../ui/index.ts';
import type { Content, Lang, TreeItem } from '../../ui/index.ts';
import { actingTitle } from '../request-words.ts';
import { CHART, peopleTabs, postHref } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { holdsOn, termsOf } from './post-terms.ts';

export interface ChartPage {
  readonly lang: Lang;
  readonly organisation: Organisation;
  readonly officials: readonly OfficialRow[];
  readonly today: Temporal.PlainDate;
}

/** The posts as they stand below each other, with whoever holds them today. */
export function chartPage(page: ChartPage): Content {
  const { lang, organisation } = page;
  const words = peopleWords[lang];
  const below = Map.groupBy(organisation.positions, ({ superior }) => superior);
  return [
    pageHeading({ title: words.chart, lead: words.chartLead }),
    peopleTabs(lang, CHART),
    tree(itemsBelow(page, below, null)),
  ];
}

function itemsBelow(
  page: ChartPage,
  below: ReadonlyMap<string | null, readonly Position[]>,
  superior: string | null,
): readonly TreeItem[] {
  return (below.get(superior) ?? []).map((position) => ({
    content: postLine(page, position),
    below: itemsBelow(page, below, position.id),
  }));
}

function postLine({ lang, organisation, officials, today }: ChartPage, position: Position): Content {
  const superior = organisation.positions.find(({ id }) => id === position.superior);
  // Said where it changes: below a head nearly all belong to the same agency.
  const agency =
    superior?.agency === position.agency
      ? null
      : organisation.agencies.find(({ id }) => id === position.agency)?.name;
  const holders = termsOf(position.id, officials).filter((term) => holdsOn(term, today));
  const names = holders.map(({ official, as }) =>
    actingTitle(official.name, as === 'definitive' ? null : as),
  );
  const who = names.length > 0 ? names.join(', ') : tag({ kind: 'soon', label: peopleWords[lang].vacantNow });
  return html`<a href="${postHref(position.id)}">${position.title[lang]}</a>${agency && html` ${soft(agency)}`}<br>${who}`;
}
