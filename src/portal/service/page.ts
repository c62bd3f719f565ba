/** The page of a service: what it promises, what to bring, how it goes, and the whole standard behind it. */
import { classifyStep } from '../../standard/index.ts';
import type { Government, Organisation, Service, Version } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise, formatDate } from '../../working-time/index.ts';
import {
  bullets,
  columns,
  html,
  linkButton,
  notice,
  commonWords,
  pageHeading,
  pairs,
  promiseBox,
  publicWords,
  section,
  soft,
} from '../../ui/index.ts';
import type { Content, Html, Lang, Pair } from '../../ui/index.ts';
import { channelLine, counterHoursLine } from '../../web/index.ts';
import { whoWords } from '../front/brief.ts';
import { dueIfNow, instantWords } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { compareWords } from '../words/compare.ts';
import { frontWords } from '../words/front.ts';
import { printWords } from '../words/print.ts';
import { componentsSection } from './components.ts';
import { feeContent } from './fee.ts';
import { preparing } from './preparing.ts';
import { procedureLine } from './procedure.ts';

export interface ServicePageProps {
  readonly lang: Lang;
  readonly government: Government;
  readonly organisation: Organisation;
  readonly version: Version<'service'>;
  /** The government's service for complaints, where it has one. */
  readonly complaints: Service | null;
  /** What this service can be compared as with other governments; often nothing. */
  readonly comparable: readonly { readonly name: string; readonly title: string }[];
  readonly moment: Moment;
}

/** The inside of a service's page. */
export function servicePage(props: ServicePageProps): Html {
  const { lang, version } = props;
  const { value: service } = version;
  return columns({
    head: pageHeading({ title: service.title[lang], lead: service.summary[lang] }),
    main: html`${preparing(service, lang)}${section({
      title: publicWords[lang].service.procedure,
      children: procedureLine(service, props.organisation.positions, lang),
    })}${section({
      title: publicWords[lang].service.product,
      children: html`<p>${service.product.text[lang]}</p>`,
    })}${complaintsSection(props)}${standardSection(props)}`,
    side: html`${promise(props)}${applying(props)}${pairs(facts(props))}`,
    sideLabel: publicWords[lang].service.promise,
  });
}

function promise({ lang, government, version: { value: service }, moment }: ServicePageProps): Html {
  const words = frontWords[lang].service;
  const deadline = dueIfNow(service, moment);
  const starts = service.clock.starts === 'complete' ? words.ifComplete : words.ifNow;
  const meaning =
    deadline?.due &&
    html`${starts} <strong>${instantWords(deadline.due, moment, lang)}</strong>.${deadline.provisional && html` ${words.provisional}`}`;
  return promiseBox({
    label: publicWords[lang].service.promise,
    time: describePromise(runningPromise(service), lang),
    meaning,
    explain: {
      href: `/${government.id}/layanan/${service.id}/hitung`,
      label: publicWords[lang].service.howReckoned,
    },
  });
}

function applying({ lang, government, version: { value: service } }: ServicePageProps): Html {
  const words = frontWords[lang].service;
  if (service.atCounter) {
    return notice({
      lang,
      kind: 'info',
      title: words.atCounterTitle,
      children: html`<p>${words.atCounterText}</p>${service.office === government.office.agency && html`<p>${government.office.address}</p>`}<p>${counterHoursLine(government, lang)}</p>${government.counter.note && html`<p>${government.counter.note[lang]}</p>`}`,
    });
  }
  const href = `/${government.id}/layanan/${service.id}/ajukan`;
  return html`<p>${linkButton({ label: commonWords[lang].do.apply, href, wide: true })}</p>`;
}

/** Ways to the same service of others; what it is compared as is said where there is more than one. */
function comparing({
  lang,
  government,
  version: { value: service },
  comparable,
}: ServicePageProps): Pair | null {
  if (comparable.length === 0) return null;
  const words = compareWords[lang];
  const base = `/${government.id}/layanan/${service.id}/bandingkan`;
  const links = comparable.map(({ name, title }) => {
    const label = comparable.length === 1 ? words.compareWith : words.compareAs(title);
    return html`<a href="${base}/${name}">${label}</a>`;
  });
  return { term: words.compare, value: links.length === 1 ? links[0] : bullets(links) };
}

/** Where whoever asks for money is reported: the complaint service, else the channels on this page. */
function reportHref({ government, complaints, version }: ServicePageProps): string {
  return complaints && complaints.id !== version.value.id
    ? `/${government.id}/layanan/${complaints.id}`
    : '#keluhan';
}

function facts(props: ServicePageProps): readonly Pair[] {
  const { lang, version } = props;
  const { value: service } = version;
  const words = publicWords[lang].service;
  const { lawful } = service.clock;
  const who = service.eligibility.note?.[lang];
  const all: readonly (Pair | null)[] = [
    { term: words.fee, value: feeContent(service, reportHref(props), lang) },
    {
      term: words.whoMayAsk,
      value: [whoLines(service, lang), who && html`<p>${soft(who)}</p>`],
    },
    lawful ? { term: words.lawfulClock, value: lawfulWords(service, lang) } : null,
    lawful
      ? {
          term: words.printed,
          value: html`<span lang="id">${service.components.time.text}</span>`,
        }
      : null,
    classPromises(service, lang),
    { term: frontWords[lang].service.provider, value: service.division ?? props.government.office.name },
    comparing(props),
  ];
  return all.filter((pair) => pair !== null);
}

/** One kind of applicant is no list. */
function whoLines({ eligibility: { kinds } }: Service, lang: Lang): Content {
  const names = whoWords(kinds, lang);
  return names.length === 1 ? html`<p>${names[0]}</p>` : bullets(names);
}

/** What each class promises, where an official chooses one; the longest of them is what is promised before. */
function classPromises({ steps }: Service, lang: Lang): Pair | null {
  const classes = classifyStep(steps)?.classes ?? [];
  if (classes.length === 0) return null;
  const lines = classes.map(({ label, promise }) => `${label[lang]}: ${describePromise(promise, lang)}`);
  return { term: frontWords[lang].service.byClass, value: bullets(lines) };
}

/** The clock that runs where the law differs from the printed time, and what it may be extended by. */
function lawfulWords({ clock: { lawful } }: Service, lang: Lang): Content {
  if (!lawful) return null;
  const words = frontWords[lang].service;
  const { extension } = lawful;
  const more = extension && {
    time: describePromise({ ...lawful.promise, months: 0, hours: 0, minutes: 0, days: extension.days }, lang),
    law: extension.law,
  };
  return html`${describePromise(lawful.promise, lang)}. ${words.lawfulBecause(lawful.law)}${more && html` ${words.extension(more.time, more.law)}`}`;
}

function complaintsSection({ lang, government, complaints, version }: ServicePageProps): Html {
  const { channels } = version.value.components.complaints;
  const online =
    complaints && complaints.id !== version.value.id
      ? [html`<a href="/${government.id}/layanan/${complaints.id}">${complaints.title[lang]}</a>`]
      : [];
  return section({
    id: 'keluhan',
    title: publicWords[lang].service.complaints,
    children: bullets([...online, ...channels.map((channel) => channelLine(channel, lang))]),
  });
}

/** The whole standard as files. */
function downloads({ lang, government, version }: ServicePageProps): Html {
  const base = `/${government.id}/layanan/${version.value.id}/standar`;
  const words = printWords[lang];
  return bullets([
    html`<a href="${base}.pdf" download>${words.standardPdf}</a>`,
    html`<a href="${base}.docx" download>${words.standardWord}</a>`,
  ]);
}

function standardSection(props: ServicePageProps): Html {
  const { lang, version } = props;
  const { value: service } = version;
  const words = frontWords[lang].service;
  const { number, date, title } = service.decree;
  const decree =
    number === null
      ? words.decreeUnnumbered
      : words.decree(number, date === null ? '' : formatDate(date, lang).replace(/^[^,]*, /, ''));
  const since = formatDate(service.validFrom, lang).replace(/^[^,]*, /, '');
  return section({
    id: 'standar',
    title: publicWords[lang].service.standard,
    children: html`<p class="soft"><span lang="id">${title}</span>. ${decree}. ${words.version(version.n, since)}</p>${downloads(props)}${componentsSection(service, lang)}`,
  });
}
