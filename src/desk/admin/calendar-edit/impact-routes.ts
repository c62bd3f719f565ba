/** `/meja/kelola/kalender/ubah/dampak`: what the draft would do, and publishing it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../../ground/index.ts';
import type { FieldFault } from '../../../ground/index.ts';
import { logAccess } from '../../../people/index.ts';
import { formFields } from '../../../platform/index.ts';
import type { Tx } from '../../../platform/index.ts';
import {
  enqueueRecompute,
  numbersOpenTo,
  previewCalendar,
  recordCalendarChange,
} from '../../../request/index.ts';
import { dropCalendarDraft, publishEdited } from '../../../standard/index.ts';
import type { CalendarDraft } from '../../../standard/index.ts';
import type { PostedForm } from '../../../ui/index.ts';
import type { WebContext } from '../../../web/index.ts';
import { compileCalendar } from '../../../working-time/index.ts';
import type { Desk } from '../../desk-page.ts';
import { keepingTyped } from '../../held/index.ts';
import { valuesOf } from '../../read-action.ts';
import { inGovernment, openToChange, sendAdmin } from '../admin-desk.ts';
import { CALENDAR } from '../calendar-address.ts';
import { calendarWords } from '../calendar-words.ts';
import { typedText } from '../official-input.ts';
import { EDIT, IMPACT, versionHref } from './addresses.ts';
import { changesNothing, openDraft } from './draft.ts';
import type { OpenDraft } from './draft.ts';
import { impactPage, PUBLISH } from './impact-page.ts';
import { fault, saidByCalendar } from './input.ts';
import { editWords } from './words.ts';

const INVALID = 422;
const MOST_REASON = 500;

export function addCalendarImpactRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(IMPACT, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return showImpact(desk, await publishable(desk));
  });
  server.post(IMPACT, { errorHandler: keepingTyped(context) }, async (request, reply) =>
    publish(await openToChange(context, request, reply)),
  );
}

/** A draft that can be published: on top of the newest version, and different from it. */
type Publishable = OpenDraft & { readonly draft: CalendarDraft };

async function publishable(desk: Desk): Promise<Publishable> {
  const open = await openDraft(desk);
  const { draft } = open;
  if (!draft || changesNothing(open)) throw conflict('calendar-unchanged', 'same');
  if (open.stale)
    throw new Fault(
      'conflict',
      'calendar-draft-stale',
      saidByCalendar((words) => words.stale(draft.base, open.current.n)),
    );
  return { ...open, draft };
}

const conflict = (code: string, words: 'same' | 'unseen'): Fault =>
  new Fault(
    'conflict',
    code,
    saidByCalendar((all) => all[words]),
  );

async function showImpact(
  desk: Desk,
  open: Publishable,
  posted: PostedForm = {},
  faults: readonly FieldFault[] = [],
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const compiled = compileCalendar(open.draft.file);
  const { preview, openable } = await inGovernment(desk, async (tx, government) => {
    const found = await previewCalendar(tx, context, government, compiled);
    const numbers = [...found.moves, ...found.asides].map(({ number }) => number);
    return {
      preview: found,
      openable: await numbersOpenTo(tx, context, session.standing, { government, numbers }),
    };
  });
  return sendAdmin(desk, {
    title: editWords[lang].impactTitle,
    crumbs: [
      { label: calendarWords[lang].title, href: CALENDAR },
      { label: editWords[lang].title, href: EDIT },
    ],
    status: faults.length > 0 ? INVALID : 200,
    main: impactPage({
      lang,
      csrf: request.csrfToken(),
      open,
      preview,
      openable,
      serviceTitle: (id) => context.catalogue.findService(session.government, id)?.value.title[lang] ?? id,
      typed: {
        decree: typedText(posted, PUBLISH.decree) || decreesOf(open),
        reason: reasonIn(posted),
        unconfirmed: faults.length > 0 ? typedText(posted, PUBLISH.open) !== '' : bringsUnconfirmed(open),
      },
      faults,
    }),
  });
}

const bringsUnconfirmed = ({ diff }: OpenDraft): boolean =>
  [...diff.added, ...diff.changed.map(({ is }) => is)].some(({ confirmed }) => !confirmed);

/** Some sentences, where other fields have one line. */
const reasonIn = (posted: PostedForm): string =>
  (valuesOf(posted, PUBLISH.reason)[0] ?? '').trim().slice(0, MOST_REASON);

/** The decrees that the changed days name, to begin with. */
function decreesOf({ diff }: OpenDraft): string {
  const days = [...diff.added, ...diff.changed.map(({ is }) => is)];
  return [...new Set(days.flatMap(({ decree }) => decree ?? []))].join('; ').slice(0, 200);
}

async function publish(desk: Desk): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const { government } = session;
  const posted = formFields(request);
  const open = await publishable(desk);
  if (typedText(posted, PUBLISH.seen) !== open.draft.sha256)
    throw conflict('calendar-draft-unseen', 'unseen');
  const reason = reasonIn(posted);
  if (reason === '')
    return showImpact(desk, open, posted, [fault(PUBLISH.reason, (words) => words.needed(words.reason))]);
  const { published, faults } = await publishEdited(
    context.database,
    government,
    { kind: 'calendar', name: 'calendar', text: open.draft.text, base: open.draft.base },
    {
      by: session.standing.official,
      clock: context.clock,
      alongside: (tx, n) => writeChange(tx, desk, { n, posted, reason }),
    },
  );
  const wrong = faults.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0)
    return showImpact(
      desk,
      open,
      posted,
      wrong.map(({ words }) => ({ path: PUBLISH.reason, words })),
    );
  await context.catalogue.refresh();
  return reply.redirect(`${versionHref(published[0]?.n ?? open.current.n)}?terbit`, 303);
}

/** Why it was published, the record of changes, the end of the draft and the job: with the new version, or not at all. */
async function writeChange(
  tx: Tx,
  { context, session }: Desk,
  { n, posted, reason }: { readonly n: number; readonly posted: PostedForm; readonly reason: string },
): Promise<void> {
  const { government, standing } = session;
  const { official } = standing;
  const at = context.clock.now();
  const decree = typedText(posted, PUBLISH.decree) || null;
  const confirmed = decree !== null && typedText(posted, PUBLISH.open) === '';
  await recordCalendarChange(tx, government, { n, decree, confirmed, reason, official, at });
  await logAccess(tx, government, {
    at,
    actor: official,
    act: 'calendar-published',
    subject: `calendar/${n}`,
    reason: decree === null ? reason : `${reason} (${decree})`,
  });
  await dropCalendarDraft(tx, { government, official });
  await enqueueRecompute(tx, government);
}
