/** What an order would do, before anything is done: the official confirms it or goes back. */
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
  pageHeading,
  pairs,
  panel,
} from '../../ui/index.ts';
import type { Content, Lang, PostedForm } from '../../ui/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { deliveryWords } from './words.ts';

interface PlanPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly posted: PostedForm;
  readonly plans: readonly PlannedDelivery[];
}

/** Shows the plan of what was posted. Faults: what is wrong with the order, by field of the step. */
export async function showPlan(
  desk: Desk,
  view: DeskView,
  posted: PostedForm,
  input: object,
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { government, standing } = session;
  const { number, version } = view.state;
  const plans = await previewOrder(context, {
    government,
    number,
    actor: standing,
    version,
    input,
    mode: 'form',
  });
  const { lang } = request;
  return sendDesk(desk, {
    title: `${deliveryWords[lang].planTitle} · ${number}`,
    main: planPage({ lang, csrf: request.csrfToken(), number, posted, plans }),
    crumbs: [{ label: number, href: `/meja/permohonan/${number}` }],
  });
}

function planPage({ lang, csrf, number, posted, plans }: PlanPage): Content {
  const words = deliveryWords[lang];
  const address = `/meja/permohonan/${number}`;
  return narrow([
    pageHeading({ title: words.planTitle, lead: words.planLead }),
    plans.map((plan) => planPanel(plan, lang)),
    form({
      lang,
      csrf,
      action: address,
      children: [
        carried(posted),
        hiddenField('action', 'deliver'),
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

/** What was typed goes with the confirmation: the plan is made of it again, and must come out the same. */
const carried = (posted: PostedForm): Content =>
  Object.entries(posted).flatMap(([name, value]) =>
    name === 'action' || name === '_csrf'
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' ? hiddenField(name, one) : [])),
  );
