/** The example officials of the demo, for its sign-in page: from the published organisations, by posts held today. */
import type { Words } from '../../ground/index.ts';
import { chartFor, todayIn } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';

export interface DemoOfficial {
  readonly name: string;
  readonly username: string;
  readonly posts: readonly Words[];
}

export interface DemoGovernment {
  readonly name: string;
  readonly officials: readonly DemoOfficial[];
}

const acting = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' } as const;

/** Every government with the officials who hold a post today. */
export function demoOfficials(context: WebContext): readonly DemoGovernment[] {
  return context.catalogue
    .governments()
    .map(({ id, name }) => ({ name, officials: officialsOf(context, id) }));
}

function officialsOf({ catalogue, clock }: WebContext, government: string): readonly DemoOfficial[] {
  const { officials, holdings } = catalogue.organisation(government);
  const chart = chartFor(catalogue, government);
  const today = todayIn(catalogue, government, clock.now()).toString();
  return officials
    .map(({ id, name, username }) => ({
      name,
      username,
      posts: holdings
        .filter(({ official, from, to }) => official === id && from <= today && (to === null || to >= today))
        .flatMap((held) => {
          const title = chart.position(held.position)?.title;
          const before = acting[held.as];
          return title ? { id: `${before}${title.id}`, en: `${before}${title.en}` } : [];
        }),
    }))
    .filter(({ posts }) => posts.length > 0);
}
