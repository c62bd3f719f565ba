/** Ending an official, and letting them in again. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { disableOfficial, enableOfficial, listOfficials } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import {
  bullets,
  confirmBlock,
  errorOf,
  errorSummary,
  html,
  narrow,
  pageHeading,
  textField,
} from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { postTitle } from '../request-words.ts';
import { inGovernment, openToChange, recorded, sendAdmin } from './admin-desk.ts';
import { keepingAdministrator } from './keeping-administrator.ts';
import { saidBy, typedText } from './official-input.ts';
import { getRecord } from './official-routes.ts';
import type { OfPerson } from './official-routes.ts';
import { PEOPLE, personHref, ROSTER } from './people-tabs.ts';
import { peopleWords } from './people-words.ts';
import { isFuture, isOver } from './post-terms.ts';

const INVALID = 422;

/** `…/nonaktif` with a second look and a reason, `…/aktif` without. */
export function addEndingRoutes(server: FastifyInstance, context: WebContext): void {
  const person = `${PEOPLE}/orang/:official`;
  server.get<OfPerson>(`${person}/nonaktif`, async (request, reply) =>
    showEnding(await openToChange(context, request, reply), request.params.official, []),
  );
  server.post<OfPerson>(`${person}/nonaktif`, async (request, reply) =>
    end(await openToChange(context, request, reply), request.params.official),
  );
  server.post<OfPerson>(`${person}/aktif`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { id } = await getRecord(desk, request.params.official);
    await recorded(desk, 'official-enabled', async (tx, government) => {
      await enableOfficial(tx, government, id);
      return { value: null, subject: id };
    });
    return reply.redirect(`${personHref(id)}?hasil=enabled`, 303);
  });
}

const todayOf = ({ context, session }: Desk): Temporal.PlainDate =>
  todayIn(context.catalogue, session.government, context.clock.now());

/** An office whose only administrator is gone has nobody who could mend it. */
function refuseSelf({ session }: Desk, id: string): void {
  if (id === session.standing.official)
    throw new Fault(
      'conflict',
      'official-self',
      saidBy((words) => words.self),
    );
}

async function showEnding(desk: Desk, id: string, faults: readonly FieldFault[]): Promise<FastifyReply> {
  const { request } = desk;
  const { lang } = request;
  const words = peopleWords[lang];
  const official = await getRecord(desk, id);
  refuseSelf(desk, id);
  return sendAdmin(desk, {
    title: words.disable,
    crumbs: [
      { label: words.roster, href: ROSTER },
      { label: official.name, href: personHref(id) },
    ],
    status: faults.length > 0 ? INVALID : 200,
    main: narrow(
      pageHeading({ title: words.disable }),
      errorSummary({ lang, faults }),
      confirmBlock({
        lang,
        title: words.disableTitle(official.name),
        explained: [html`<p>${words.disableText}</p>`, await whatEnds(desk, id)],
        action: `${personHref(id)}/nonaktif`,
        csrf: request.csrfToken(),
        confirmLabel: words.disable,
        cancelHref: personHref(id),
        children: textField({
          lang,
          name: 'alasan',
          label: words.disableWhy,
          hint: words.whyHint,
          maxLength: 200,
          value: typedText(formFields(request), 'alasan'),
          error: errorOf(faults, 'alasan', lang),
        }),
      }),
    ),
  });
}

/** The posts that end with the official, by name: whoever confirms knows what becomes vacant. */
async function whatEnds(desk: Desk, id: string): Promise<Content> {
  const { context, session, request } = desk;
  const words = peopleWords[request.lang];
  const organisation = context.catalogue.organisation(session.government);
  const today = todayOf(desk);
  const official = (await inGovernment(desk, listOfficials)).find((one) => one.id === id);
  const held = (official?.holdings ?? []).filter((holding) => !isOver(holding, today));
  const titles = (later: boolean): readonly string[] =>
    held
      .filter((holding) => isFuture(holding, today) === later)
      .map(({ position }) => postTitle(organisation, position, request.lang));
  const [now, later] = [titles(false), titles(true)];
  return [
    now.length > 0 && html`<p>${words.disableHoldings}</p>${bullets(now)}`,
    later.length > 0 && html`<p>${words.disableLater}</p>${bullets(later)}`,
  ];
}

async function end(desk: Desk, id: string): Promise<FastifyReply> {
  const { context, reply } = desk;
  const reason = typedText(formFields(desk.request), 'alasan');
  if (reason === '')
    return showEnding(desk, id, [{ path: 'alasan', words: saidBy((words) => words.whyNeeded) }]);
  await getRecord(desk, id);
  refuseSelf(desk, id);
  const now = { at: context.clock.now(), today: todayOf(desk) };
  await recorded(desk, 'official-ended', async (tx, government) => {
    await keepingAdministrator(desk, tx, government, () =>
      disableOfficial(tx, { government, official: id }, now),
    );
    return { value: null, subject: id, reason };
  });
  return reply.redirect(`${personHref(id)}?hasil=disabled`, 303);
}
