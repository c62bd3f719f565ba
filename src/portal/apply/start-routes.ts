/** The first page of an application, and the draft that begins when it is answered. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { formFields } from '../../platform/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { takeRoomForWords } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { createDraft, typedOf } from '../drafts/drafts.ts';
import { applyWords } from '../words/apply.ts';
import { applicationOf, sendForm } from './application.ts';
import type { Application, ServiceParams } from './application.ts';
import { screenFaults } from './screen-faults.ts';
import { LATER, screenPage } from './screen-page.ts';
import type { Told } from './screen-page.ts';
import { belongsTo, screensFor } from './screens.ts';
import type { Screen } from './screens.ts';
import { looksMechanical, trapFields } from './trap.ts';
import { nextAfter, partOf, screenPart } from './way.ts';

export function addStartRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: ServiceParams }>('/:gov/layanan/:service/ajukan', (request, reply) =>
    show(applicationOf(context, request), reply, { typed: {}, faults: [] }),
  );

  server.post<{ Params: ServiceParams }>('/:gov/layanan/:service/ajukan', async (request, reply) => {
    const app = applicationOf(context, request);
    const posted = formFields(request);
    const { apply } = applyWords[app.lang];
    if (looksMechanical(context, posted)) {
      const told = { kind: 'info', words: apply.onceMore } as const;
      return show(app, reply, { typed: posted, faults: [], told, askedOnceMore: true });
    }
    const later = posted[LATER] !== undefined;
    const screen = firstScreen(app);
    const faults = later ? [] : await screenFaults(app, screen, posted);
    if (faults.length > 0) return show(app, reply, { typed: posted, faults });
    const { allowed, retryAfterSeconds } = await context.limiters.submit.take(request.site);
    if (!allowed) {
      reply.header('retry-after', retryAfterSeconds);
      const told = { kind: 'warning', words: apply.limited(retryAfterSeconds) } as const;
      return show(app, reply, { typed: posted, faults: [], told, status: 429 });
    }
    const typed = typedOf(posted, belongsTo(screen.questions));
    await takeRoomForWords(context, request, typed);
    const token = await begin(app, typed);
    const part = later ? '' : `/${nextAfter(app.service, typed, screenPart(screen.id))}`;
    return reply.redirect(`${app.base}/${token}${part}`, 303);
  });
}

/** The first page asks what does not depend on anything. */
function firstScreen({ service }: Application): Screen {
  const [first] = screensFor(service, {});
  if (!first) throw new Error(`service ${service.id} asks nothing`);
  return first;
}

async function begin(
  { context, government, service }: Application,
  typed: Record<string, string>,
): Promise<string> {
  const { token } = await context.database.transaction({ government: government.id }, (tx) =>
    createDraft(tx, context, { government: government.id, service: service.id }, typed),
  );
  return token;
}

interface Shown {
  readonly typed: PostedForm;
  readonly faults: readonly FieldFault[];
  readonly told?: Told;
  readonly status?: number;
  /** Was taken for a machine's; sent again, it is taken. */
  readonly askedOnceMore?: boolean;
}

function show(app: Application, reply: FastifyReply, shown: Shown): FastifyReply {
  const screen = firstScreen(app);
  const main = screenPage({
    app,
    screen,
    part: partOf(app.service, screenPart(screen.id)),
    action: app.base,
    typed: shown.typed,
    faults: shown.faults,
    told: shown.told ?? null,
    extra: trapFields(app.context, app.lang, shown.typed, shown.askedOnceMore ?? false),
  });
  return sendForm(app, reply, {
    title: screen.group.title[app.lang],
    main,
    faults: shown.faults,
    ...(shown.status === undefined ? {} : { status: shown.status }),
  });
}
