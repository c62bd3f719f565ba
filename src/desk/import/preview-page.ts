/** The service as applicants and officials will see it, what the check says of it, and the act of publishing. */
import { areas, describeChange, pathInWords } from '../../standard/index.ts';
import type { Agency, Change, DefinitionFault, Service } from '../../standard/index.ts';
import {
  bullets,
  buttonRow,
  columns,
  confirmBlock,
  formatMoney,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  steps,
  tag,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { questionField } from '../../web/index.ts';
import { describePromise, formatDate } from '../../working-time/index.ts';
import { previewHref, reviewHref, reviewTabs, runningHref } from './address.ts';
import { RUN } from './running-fields.ts';
import { versionWords } from './version-words.ts';
import { importWords } from './words.ts';

export interface PreviewPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly importId: string;
  readonly n: number;
  readonly saved: number;
  readonly service: Service;
  readonly faults: readonly DefinitionFault[];
  /** Against the newest version; null where there is none. */
  readonly changes: readonly Change[] | null;
  readonly changesTitle: string;
  /** The version it would become. */
  readonly version: number;
  readonly agencies: readonly Agency[];
  readonly titleOf: (position: string) => string;
}

export function previewPage(page: PreviewPage): Content {
  const { lang, service, importId, n } = page;
  const words = importWords[lang];
  const errors = page.faults.filter(({ severity }) => severity === 'error');
  const warnings = page.faults.filter(({ severity }) => severity === 'warning');
  return [
    pageHeading({ title: service.title[lang], above: words.publishStep, lead: words.previewLead }),
    reviewTabs(lang, importId, n, 'publish'),
    errors.length > 0
      ? notice({ lang, kind: 'error', title: words.faults, children: faultList(lang, errors) })
      : notice({ lang, kind: 'success', title: words.clean }),
    warnings.length > 0 &&
      notice({ lang, kind: 'warning', title: words.warnings, children: faultList(lang, warnings) }),
    page.changes !== null && changesPart(lang, page.changesTitle, page.changes),
    columns({
      main: asApplicant(page),
      side: [asOfficial(page), errors.length === 0 && publishPart(page)],
      sideLabel: words.asOfficial,
    }),
  ];
}

/** What cannot be previewed yet, because something is open that only a person can say. */
export function openPage(
  { lang, importId, n }: Pick<PreviewPage, 'lang' | 'importId' | 'n'>,
  title: string,
  open: readonly { readonly path: string; readonly words: { readonly id: string; readonly en: string } }[],
): Content {
  const words = importWords[lang];
  return [
    pageHeading({ title, above: words.publishStep }),
    reviewTabs(lang, importId, n, 'publish'),
    notice({
      lang,
      kind: 'warning',
      title: words.open,
      children: bullets(
        open.map(
          ({ path, words: said }) =>
            html`<a href="${(path === RUN.id ? runningHref : reviewHref)(importId, n)}#f-${path}">${said[lang]}</a>`,
        ),
      ),
    }),
    buttonRow(linkButton({ label: words.review, href: reviewHref(importId, n) })),
  ];
}

const faultList = (lang: Lang, faults: readonly DefinitionFault[]): Html =>
  bullets(
    faults.map(
      ({ path, words }) =>
        html`${path !== '' && html`${pathInWords(path.split('.'), lang)}: `}${words[lang]}`,
    ),
  );

function changesPart(lang: Lang, title: string, changes: readonly Change[]): Html {
  const words = importWords[lang];
  const grouped = Object.entries(areas).flatMap(([area, name]) => {
    const own = changes.filter((change) => change.area === area);
    return own.length > 0
      ? [html`<h3>${name[lang]}</h3>`, bullets(own.map((change) => describeChange(change, lang)))]
      : [];
  });
  return panel({
    title,
    children: grouped.length > 0 ? grouped : html`<p>${words.noChanges}</p>`,
  });
}

function asApplicant({ lang, service, agencies }: PreviewPage): Content {
  const words = importWords[lang];
  return panel({
    title: words.asApplicant,
    children: [
      html`<p>${service.summary[lang]}</p>`,
      html`<p><strong>${describePromise(service.promise, lang)}</strong></p>`,
      feePart(service, lang),
      service.form.map(({ title, questions }) => [
        html`<h3>${title[lang]}</h3>`,
        questions.map((question) =>
          questionField({
            lang,
            question,
            name: `contoh-${question.id}`,
            posted: {},
            error: null,
            agencies,
          }),
        ),
      ]),
      html`<h3>${words.requirements}</h3>`,
      bullets(service.requirements.map(({ label, bring }) => html`${label[lang]} (${words.brings[bring]})`)),
    ],
  });
}

/** What it costs, each amount with what it is for: the words for it were taken from the decree. */
function feePart({ fee }: Service, lang: Lang): Content {
  const words = versionWords[lang];
  if (fee.free) return html`<p>${words.freeOfCharge}</p>`;
  return [
    html`<h3>${fee.byCase === true ? words.feeByCase : words.fee}</h3>`,
    bullets(
      fee.amounts.map(({ idr, times, for: what }) => {
        const money = formatMoney(idr, lang);
        return `${what[lang]}: ${times === 1 ? money : `${times} × ${money}`}`;
      }),
    ),
  ];
}

function asOfficial({ lang, service, titleOf }: PreviewPage): Html {
  const words = importWords[lang];
  return panel({
    title: words.asOfficial,
    children: steps({
      lang,
      items: service.steps.map((step) => ({
        title: step.title[lang],
        detail: html`${(step.positions ?? positionsBehind(service, step.assignedBy)).map(titleOf).join(', ')}${
          step.component === undefined && html` ${tag({ kind: 'plain', label: words.assumed })}`
        }`,
      })),
    }),
  });
}

/** Whom a disposition goes to makes the step behind it. */
function positionsBehind({ steps: all }: Service, by: string | undefined): readonly string[] {
  const dispose = all.find(({ id }) => id === by);
  return dispose?.kind === 'dispose' && dispose.addressees !== 'agencies' ? dispose.addressees : [];
}

function publishPart({ lang, csrf, importId, n, saved, service, version }: PreviewPage): Html {
  const words = importWords[lang];
  const date = formatDate(Temporal.PlainDate.from(service.validFrom), lang);
  return confirmBlock({
    lang,
    csrf,
    title: words.toPublish,
    explained: html`<p>${version === 1 ? words.publishText(date) : words.nextText(version, date)}</p>`,
    action: previewHref(importId, n),
    confirmLabel: words.publish,
    cancelHref: reviewHref(importId, n),
    kind: 'primary',
    children: hiddenField('saved', saved),
  });
}

/** After publishing: where the service is, and who is still missing. */
export function publishedPage(props: {
  readonly lang: Lang;
  readonly service: Service;
  /** The day from which it is in force; null where it is already. */
  readonly from: Temporal.PlainDate | null;
  /** Null while no version of it is in force: then there is no page to see. */
  readonly serviceHref: string | null;
  readonly vacant: readonly string[];
  readonly postsHref: string;
}): Content {
  const { lang, service, from, serviceHref, vacant } = props;
  const words = importWords[lang];
  const lead = from === null ? words.doneText : words.doneLater(formatDate(from, lang));
  return [
    pageHeading({ title: words.done(service.title[lang]), lead }),
    vacant.length > 0 &&
      notice({ lang, kind: 'warning', children: html`<p>${words.newPosts(vacant.join(', '))}</p>` }),
    buttonRow(
      serviceHref !== null && linkButton({ label: words.see, href: serviceHref }),
      vacant.length > 0 && linkButton({ label: words.toPosts, href: props.postsHref, kind: 'quiet' }),
    ),
  ];
}
