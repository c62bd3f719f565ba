/** The components of a standard as the two tables of PermenPANRB 15/2014: No | Komponen | Uraian. */
import type { Block, Cell, Table } from '../../platform/index.ts';
import { componentTitles, deliveryComponents, manufacturingComponents } from '../model.ts';
import type { ComponentName, Components, Service } from '../model.ts';

const HEAD = ['No.', 'Komponen', 'Uraian'];
const COLUMNS = [{ share: 7, align: 'centre' as const }, { share: 27, names: true }, { share: 66 }];

/** Titles of the two groups, as the regulation calls them. */
const GROUPS = [
  { title: 'Proses penyampaian pelayanan (service delivery)', names: deliveryComponents },
  { title: 'Pengelolaan pelayanan di internal organisasi (manufacturing)', names: manufacturingComponents },
] as const;

/** One item with these in it looks like several: it keeps its number, so that nobody takes it for a list. */
const LIKE_SEVERAL = /[;,:]/;

/** What a component says, word by word: a list with its numbers, or its one sentence without. */
function contentOf(component: Components[ComponentName]): Cell {
  if (!('items' in component)) return component.text;
  const [only] = component.items;
  if (component.items.length === 1 && only !== undefined && !LIKE_SEVERAL.test(only)) return only;
  return [{ kind: 'list', numbers: 'decimal', items: component.items }];
}

function tableOf(names: readonly ComponentName[], { components }: Service, summary: string): Table {
  return {
    kind: 'table',
    columns: COLUMNS,
    head: HEAD,
    rows: names.map((name, at) => [`${at + 1}.`, componentTitles[name].id, contentOf(components[name])]),
    summary,
  };
}

/** Both tables under their headings. `level` is that of the headings. */
export function componentTables(service: Service, level: 2 | 3): Block[] {
  return GROUPS.flatMap(({ title, names }, at): Block[] => [
    { kind: 'heading', level, text: `${'AB'.charAt(at)}. ${title}`, bookmark: title },
    tableOf(names, service, `${service.title.id}: ${title}`),
  ]);
}
