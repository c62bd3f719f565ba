/** What an order would do, before anything is done: the official confirms it or goes back. */
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { previewOrder } from '../../request/index.ts';
import type { DeskView, PlannedDelivery } from '../../request/index.ts';
import {
  button,
  buttonRow,
  form,
  hiddenField,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  pairs,
  panel,
} from '../../ui/index.ts';
import type { Content, Lang, PostedForm } from '../../ui/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { PLAN } from './order-part.ts';
import { deliveryWords } from './words.ts';

interface PlanPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly posted: PostedForm;
  readonly plans: readonly PlannedDelivery[];
  /** Whether another one was confirmed than would be carried out now. */
  readonly changed: boolean;
}

/** The field by which the page tells which plan was seen. */
const SEEN = 'plan';

/** Tells two plans apart by what the page says of them. */
const markOf = (plans: readonly PlannedDelivery[]): string =>
  createHash('sha256').update(JSON.stringify(plans)).digest('hex');

interface Posted {
  readonly fields: PostedForm;
  /** The same, read as the input of the order. */
  readonly input: object;
}

/** A plan that is to be shown instead of ordering. */
export type PlanToShow = Pick<PlanPage, 'number' | 'posted' | 'plans' | 'changed'>;

/**
 * The plan of what was posted, when it was asked for, or when what was confirmed is not what would be done now (settings
 * changed meanwhile); else null. Faults: what is wrong with the order, by field of the step.
 */
export async function findPlan(
  { context, session }: Desk,
  view: DeskView,
  wanted: string,
  { fields, input }: Posted,
): Promise<PlanToShow | null> {
  const seen = wanted === 'deliver' ? fields[SEEN] : undefined;
  if (wanted !== PLAN && seen === undefined) return null;
  const { government, standing } = session;
  const { number, version } = view.state;
  const act = { government, number, actor: standing, version, input, mode: 'form' } as const;
  const plans = await previewOrder(context, act);
  return seen === markOf(plans) ? null : { number, posted: fields, plans, changed: seen !== undefined };
}

export function showPlan(desk: Desk, plan: PlanToShow): FastifyReply {
  const { request } = desk;
  const { lang } = request;
  return sendDesk(desk, {
    title: `${deliveryWords[lang].planTitle} · ${plan.number}`,
    main: planPage({ ...plan, lang, csrf: request.csrfToken() }),
    crumbs: [{ label: plan.number, href: `/meja/permohonan/${plan.number}` }],
  });
}

function planPage({ lang, csrf, number, posted, plans, changed }: PlanPage): Content {
  const words = deliveryWords[lang];
  const address = `/meja/permohonan/${number}`;
  return narrow([
    pageHeading({ title: words.planTitle, lead: words.planLead }),
    changed &&
      notice({
        lang,
        kind: 'warning',
        title: words.planChanged,
        children: html`<p>${words.planChangedText}</p>`,
        announced: true,
      }),
    plans.map((plan) => planPanel(plan, lang)),
    form({
      lang,
      csrf,
      action: address,
      children: [
        carried(posted),
        hiddenField('action', 'deliver'),
        hiddenField(SEEN, markOf(plans)),
        buttonRow(
          button({ label: words.confirm, wide: true }),
          linkButton({ label: words.back, href: address, kind: 'quiet', wide: true }),
        ),
      ],
    }),
  ]);
}

function planPanel({ title, connector, firstSecret, facts }: PlannedDelivery, lang: Lang): Content {
  const words = deliveryWords[lang];
  const said = facts.map(({ label, value }) => ({
    term: label[lang],
    value: typeof value === 'string' ? value : value[lang],
  }));
  return panel({
    title: title[lang],
    children: [
      pairs([...said, { term: words.through, value: connector[lang] }]),
      firstSecret && html`<p class="soft">${words.firstSecret}</p>`,
    ],
  });
}

/** Not the order's: names the page sets itself, and evidence of the other way, a secret among it. */
const isOwn = (name: string): boolean =>
  ['action', '_csrf', SEEN].includes(name) || name.startsWith('step.evidence.');

/** What was typed goes with the confirmation: the plan is made of it again, and must come out the same. */
const carried = (posted: PostedForm): Content =>
  Object.entries(posted).flatMap(([name, value]) =>
    isOwn(name)
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' ? hiddenField(name, one) : [])),
  );
