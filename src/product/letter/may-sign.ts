/** Which posts sign which letter, by the standard. Pure. */
import { letterPosts, positionsOf } from '../../request/index.ts';
import type { RequestState } from '../../request/index.ts';
import type { Chart } from '../../people/index.ts';
import type { LetterKind, Service, Step } from '../../standard/index.ts';

type Find = (steps: readonly Step[]) => readonly Step[];

const ofKind =
  (kind: Step['kind']): Find =>
  (steps) =>
    steps.filter((step) => step.kind === kind);

const offering =
  (outcome: 'refuse' | 'return'): Find =>
  (steps) =>
    steps.filter(({ outcomes }) => outcome in outcomes);

/** Steps from the first of these that finds any. */
const first =
  (...finds: readonly Find[]): Find =>
  (steps) =>
    finds.map((find) => find(steps)).find((found) => found.length > 0) ?? [];

const handingOn: Find = (steps) =>
  steps.filter(({ id }) => steps.some(({ assignedBy }) => assignedBy === id));

/** The steps that a letter is about: whose posts answer for what it says. */
const about: Readonly<Record<LetterKind, Find>> = {
  granted: first(ofKind('sign'), ofKind('decide'), offering('refuse')),
  completed: first(ofKind('sign'), ofKind('fulfil')),
  // Who would have signed may refuse too, and who refuses may do it before anything comes to be signed.
  refused: (steps) => [...ofKind('sign')(steps), ...offering('refuse')(steps)],
  returned: offering('return'),
  extended: (steps) => steps,
  apology: (steps) => steps,
  'hand-over': first(ofKind('hand-over'), ofKind('fulfil')),
  assignment: first(handingOn, (steps) => steps),
};

/**
 * Posts that may sign a letter, the one proposed first. What the standard names under `signers` is all there is. Else the posts whose
 * step it is about, and those above them in the providing office: whoever signs below its head does so in their name (a.n., Permendagri
 * 1/2023), and whose power it is may use it (UU 30/2014 art. 14). A Plt. or Plh. signs as the post they stand in for.
 */
export function postsSigning(
  kind: LetterKind,
  service: Service,
  addressees: RequestState['addressees'],
  chart: Chart,
): readonly string[] {
  const named = service.signers?.[kind];
  if (named) return named;
  const inOffice = (post: string): boolean => chart.position(post)?.agency === service.office;
  // Another office's post that it was handed to answers for its own office, not for this one's letters.
  const own = about[kind](service.steps).flatMap(
    (step) => step.positions ?? positionsOf(step, addressees).filter(inOffice),
  );
  const found = new Set(own);
  for (const post of own) {
    let above = chart.superiorOf(post);
    while (above !== null && inOffice(above) && !found.has(above)) {
      found.add(above);
      above = chart.superiorOf(above);
    }
  }
  // A step whose post nobody was named for yet: whoever has a part in the request.
  const posts =
    found.size > 0 ? [...found] : letterPosts(service, addressees, chart.superiorOf).filter(inOffice);
  return posts.toSorted((one, other) => chart.below([other]).length - chart.below([one]).length);
}
