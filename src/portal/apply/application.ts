/** What every page of an application works with. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { onlyAtCounter } from '../../request/index.ts';
import type { Agency, AnswerContext, Government, Service } from '../../standard/index.ts';
import { formWords } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { applyWords } from '../words/apply.ts';

export interface ServiceParams {
  readonly gov: string;
  readonly service: string;
}

export interface DraftParams extends ServiceParams {
  readonly draft: string;
}

export interface Application {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly lang: Lang;
  readonly government: Government;
  readonly service: Service;
  readonly agencies: readonly Agency[];
  readonly moment: Moment;
  /** How answers are read today. */
  readonly reading: AnswerContext;
  /** Where the application begins: `/klaten/layanan/ruang-rapat/ajukan`. */
  readonly base: string;
}

/** Faults: `government-not-found`, `service-not-found`, `only-at-counter`. */
export function applicationOf(
  context: WebContext,
  request: FastifyRequest<{ Params: ServiceParams }>,
): Application {
  const { catalogue, clock } = context;
  const government = catalogue.government(request.params.gov);
  const { value: service } = catalogue.service(government.id, request.params.service);
  if (service.atCounter) throw onlyAtCounter();
  const { agencies } = catalogue.organisation(government.id);
  const moment = momentOf(catalogue.calendar(government.id), clock.now());
  return {
    context,
    request,
    lang: request.lang,
    government,
    service,
    agencies,
    moment,
    reading: { today: moment.local.toPlainDate(), agencies, mode: 'form' },
    base: `/${government.id}/layanan/${service.id}/ajukan`,
  };
}

/** A page of the form: typed answers, what is wrong with them. */
export interface ShownForm {
  readonly title: string;
  readonly main: Content;
  readonly faults?: readonly FieldFault[];
  /** Given where the answer is not simply 200 or, with faults, 422. */
  readonly status?: number;
}

/** Sends a page of the application. An address with a secret is no business of search engines. */
export function sendForm(app: Application, reply: FastifyReply, shown: ShownForm): FastifyReply {
  const { context, request, government, service, lang } = app;
  const wrong = (shown.faults ?? []).length > 0;
  reply.code(shown.status ?? (wrong ? 422 : 200));
  const title = `${shown.title} – ${applyWords[lang].apply.crumb}: ${service.title[lang]}`;
  return sendPage(context, request, reply, {
    government,
    title: wrong ? `${formWords[lang].errorPrefix} ${title}` : title,
    main: shown.main,
    crumbs: [{ label: service.title[lang], href: `/${government.id}/layanan/${service.id}` }],
    indexed: false,
  });
}
