/** The pages of questions of a draft. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { formFields } from '../../platform/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { takeRoomForWords } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { keepTyped, typedOf } from '../drafts/drafts.ts';
import { sendForm } from './application.ts';
import type { DraftParams } from './application.ts';
import { leadToReceipt, openDraft, savedAt } from './open-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { screenFaults } from './screen-faults.ts';
import { LATER, screenPage } from './screen-page.ts';
import { belongsTo, screensFor, screensOf } from './screens.ts';
import type { Screen } from './screens.ts';
import { CHECK, firstUnfinished, nextAfter, partOf, screenPart } from './way.ts';

type ScreenRequest = FastifyRequest<{
  Params: DraftParams & { readonly screen: string };
  Querystring: { readonly dari?: unknown };
}>;

const PATH = '/:gov/layanan/:service/ajukan/:draft/isi/:screen';

export function addScreenRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(PATH, async (request: ScreenRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return leadToReceipt(open, reply);
    const screen = findScreen(open, request.params.screen, open.draft.typed);
    if (!screen) return onward(open, reply, open.draft.typed);
    return show(open, reply, {
      screen,
      typed: open.draft.typed,
      faults: [],
      fromCheck: request.query.dari === CHECK,
    });
  });

  server.post(PATH, async (request: ScreenRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return leadToReceipt(open, reply);
    const posted = formFields(request);
    const whole = screensOf(open.app.service).find(({ id }) => id === request.params.screen);
    const own = typedOf(posted, belongsTo(whole?.questions ?? []));
    const typed = { ...open.draft.typed, ...own };
    const screen = findScreen(open, request.params.screen, typed);
    const later = posted[LATER] !== undefined;
    const faults = later || !screen ? [] : await screenFaults(open.app, screen, typed);
    const fromCheck = posted['dari'] === CHECK;
    if (screen && faults.length > 0) return show(open, reply, { screen, typed, faults, fromCheck });
    await takeRoomForWords(context, request, own);
    await context.database.transaction({ government: open.address.government }, (tx) =>
      keepTyped(tx, context, open.address, own),
    );
    if (later) return reply.redirect(open.base, 303);
    if (!screen || fromCheck) return onward(open, reply, typed);
    return reply.redirect(`${open.base}/${nextAfter(open.app.service, typed, screenPart(screen.id))}`, 303);
  });
}

const findScreen = ({ app }: OpenDraft, id: string, typed: PostedForm): Screen | undefined =>
  screensFor(app.service, typed).find((screen) => screen.id === id);

/** To what is still missing, or to the check. */
function onward({ app, held, base }: OpenDraft, reply: FastifyReply, typed: PostedForm): FastifyReply {
  return reply.redirect(`${base}/${firstUnfinished(app.service, typed, held, app.reading) ?? CHECK}`, 303);
}

interface Shown {
  readonly screen: Screen;
  readonly typed: PostedForm;
  readonly faults: readonly FieldFault[];
  readonly fromCheck: boolean;
}

function show(
  open: OpenDraft,
  reply: FastifyReply,
  { screen, typed, faults, fromCheck }: Shown,
): FastifyReply {
  const { app, base } = open;
  const part = screenPart(screen.id);
  const main = screenPage({
    app,
    screen,
    part: partOf(app.service, part),
    action: `${base}/${part}`,
    typed,
    faults,
    savedAt: savedAt(open),
    fromCheck,
  });
  return sendForm(app, reply, { title: screen.group.title[app.lang], main, faults });
}
