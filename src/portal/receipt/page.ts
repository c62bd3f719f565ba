/** The receipt: number, key, deadline and what was handed in; on paper a tanda terima berkas. */
import type { FileView } from '../../request/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import {
  bullets,
  buttonRow,
  copyable,
  figures,
  formatFileSize,
  formatList,
  html,
  linkButton,
  notice,
  pageHeading,
  pairs,
  printButton,
  promiseBox,
  publicWords,
  screenOnly,
  sheet,
  table,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { instantWords } from '../moment.ts';
import { coursePicture, derivationSteps, governmentLetterhead, qrCode } from '../../web/index.ts';
import type { OpenTracked } from '../tracking/open-tracked.ts';
import { applyWords } from '../words/apply.ts';

/** The inside of the receipt page. */
export function receiptPage(open: OpenTracked): Html {
  const { lang, base, view, credentials } = open;
  const words = applyWords[lang].receipt;
  const own = publicWords[lang].receipt;
  return html`${screenOnly(
    pageHeading({ above: view.service.value.title[lang], title: own.title }),
    copyable({ lang, label: own.number, value: view.state.number }),
    copyable({ lang, label: own.key, value: credentials.trackingKey, hint: words.keyHint }),
    promise(open),
    toBring(open),
    buttonRow(linkButton({ label: own.follow, href: base }), printButton(words.print)),
    html`<h2>${words.paperTitle}</h2>`,
  )}${paper(open)}`;
}

function promise(open: OpenTracked): Html {
  const { lang, view, moment } = open;
  const words = applyWords[lang].receipt;
  const posts = view.waiting.map(({ title }) => title[lang]);
  const next = posts.length > 0 && publicWords[lang].receipt.nextText(formatList(posts, lang));
  const { due } = view.state;
  if (due === null) return notice({ lang, kind: 'info', title: words.dueLater, children: next });
  return promiseBox({ label: words.due, time: instantWords(due, moment, lang), meaning: next });
}

/** What the request still needs and no page can take: things and originals, for the counter. */
function toBring({ lang, view }: OpenTracked): Content {
  const { requirements } = view.service.value;
  const things = requirements.filter(
    ({ id, bring }) => bring === 'counter' && view.state.demanded.includes(id),
  );
  if (things.length === 0) return null;
  return notice({
    lang,
    kind: 'info',
    title: applyWords[lang].receipt.toCounter,
    children: bullets(things.map(({ label }) => label[lang])),
  });
}

/** The files handed in with the request itself; what came later has its own place in the history. */
function handedIn({ view }: OpenTracked): readonly FileView[] {
  const ids = view.timeline.find((item) => item.kind === 'submitted')?.files ?? [];
  return view.files.filter((file) => ids.includes(file.id));
}

function paper(open: OpenTracked): Html {
  const { lang, view, credentials, context, base } = open;
  const words = applyWords[lang].receipt;
  const address = `${context.publicUrl}${base}`;
  return sheet({
    level: 3,
    head: governmentLetterhead(view.government, lang),
    title: publicWords[lang].receipt.paper,
    number: view.state.number,
    children: html`${pairs(facts(open))}${documents(open)}${pairs([
      { term: publicWords[lang].receipt.key, value: html`<code>${credentials.trackingKey}</code>` },
      { term: words.followAt, value: html`${address}<br>${qrCode(address, words.qrLabel)}` },
    ])}${derivation(open)}<p class="soft">${words.online}</p>`,
  });
}

function facts({ lang, view, moment }: OpenTracked): Parameters<typeof pairs>[0] {
  const words = applyWords[lang].receipt;
  const { state } = view;
  const when = (instant: string): string => formatInstant(instant, moment.timeZone, lang);
  return [
    { term: words.service, value: view.service.value.title[lang] },
    { term: words.received, value: when(state.receivedAt) },
    ...(state.channel === 'portal' ? [{ term: words.channel, value: words.channelPortal }] : []),
    { term: words.due, value: state.due === null ? words.dueLater : when(state.due) },
  ];
}

function documents(open: OpenTracked): Content {
  const { lang, view } = open;
  const words = applyWords[lang].receipt;
  const files = handedIn(open);
  if (files.length === 0) return html`<p>${words.noFiles}</p>`;
  const label = (id: string): string =>
    view.service.value.requirements.find((one) => one.id === id)?.label[lang] ?? id;
  return table<FileView>({
    caption: publicWords[lang].receipt.handedIn,
    captionSeen: true,
    columns: [
      { label: words.document, cell: (file) => label(file.requirement), names: true },
      { label: words.file, cell: (file) => file.name },
      { label: words.size, cell: (file) => figures(formatFileSize(file.size, lang)), figures: true },
    ],
    groups: [{ rows: files }],
  });
}

function derivation({ lang, view }: OpenTracked): Content {
  if (view.derivation.length === 0) return null;
  const { derivation: steps, calendar } = view;
  const told = { lang, derivation: steps, calendar };
  return html`<h4>${publicWords[lang].track.derivation}</h4>${derivationSteps(told)}${coursePicture(told)}`;
}
