/** What an order would do, before anything is done: the official confirms it or goes back. */
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { previewOrder } from '../../request/index.ts';
import type { DeskView, PlannedDelivery } from '../../request/index.ts';
import {
  button,
  buttonRow,
  choiceField,
  form,
  hiddenField,
  html,
  narrow,
  notice,
  pageHeading,
  pairs,
  panel,
} from '../../ui/index.ts';
import type { Content, Lang, PostedForm } from '../../ui/index.ts';
import type { Words } from '../../ground/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { valuesOf } from '../read-action.ts';
import { PLAN } from './order-part.ts';
import { LATER, NOT_MADE, unchosen } from './unchosen.ts';
import { deliveryWords } from './words.ts';

interface PlanPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly posted: PostedForm;
  readonly plans: readonly PlannedDelivery[];
  /** Titles of what the step delivers besides and what was not chosen. */
  readonly rest: readonly Words[];
  /** Whether another one was confirmed than would be carried out now. */
  readonly changed: boolean;
}

/** Back from the plan to the form, with what was typed. */
export const CHANGE = 'change-order';

/** The field by which the page tells which plan was seen. */
const SEEN = 'plan';

/** The field that says what becomes of what was not chosen. */
const REST = 'step.rest';

/** Tells two plans apart by what the page says of them. */
const markOf = (plans: readonly PlannedDelivery[]): string =>
  createHash('sha256').update(JSON.stringify(plans)).digest('hex');

interface Posted {
  readonly fields: PostedForm;
  /** The same, read as the input of the order. */
  readonly input: object;
}

/** A plan that is to be shown instead of ordering. */
export type PlanToShow = Pick<PlanPage, 'number' | 'posted' | 'plans' | 'rest' | 'changed'>;

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
  if (seen === markOf(plans)) return null;
  const rest = unchosen(view, valuesOf(fields, 'step.deliveries')).map(({ kind }) =>
    context.products.titleOf(kind),
  );
  return { number, posted: fields, plans, rest, changed: seen !== undefined };
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

function planPage({ lang, csrf, number, posted, plans, rest, changed }: PlanPage): Content {
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
        restField(rest, posted, lang),
        hiddenField(SEEN, markOf(plans)),
        buttonRow(
          button({ label: words.confirm, name: 'action', value: 'deliver', wide: true }),
          button({ label: words.back, name: 'action', value: CHANGE, kind: 'quiet', wide: true }),
        ),
      ],
    }),
  ]);
}

/** Nothing is left out unknowingly: what was not chosen is named, and the step waits for it unless it is said to be left out. */
function restField(rest: readonly Words[], posted: PostedForm, lang: Lang): Content {
  if (rest.length === 0) return null;
  const words = deliveryWords[lang];
  return choiceField({
    lang,
    name: REST,
    label: words.restTitle(rest.map((title) => title[lang]).join(', ')),
    value: valuesOf(posted, REST)[0] ?? LATER,
    options: [
      { value: LATER, label: words.restLater },
      { value: NOT_MADE, label: words.restNot },
    ],
  });
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
  ['action', '_csrf', SEEN, REST].includes(name) || name.startsWith('step.evidence.');

/** What was typed goes with the confirmation: the plan is made of it again, and must come out the same. */
const carried = (posted: PostedForm): Content =>
  Object.entries(posted).flatMap(([name, value]) =>
    isOwn(name)
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' ? hiddenField(name, one) : [])),
  );
