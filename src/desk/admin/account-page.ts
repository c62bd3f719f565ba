import type { OfficialRecord, SecondFactor, SessionRowShown } from '../../people/index.ts';
import {
  button,
  buttonRow,
  form,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  section,
} from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { sessionsTable } from '../account/sessions-table.ts';
import { officialAccountWords } from './account-words.ts';
import { personHref } from './people-tabs.ts';

/** What was done, told when it is. */
export type AccountDeed = keyof (typeof officialAccountWords)['id']['done'];

export const accountHref = (official: string): string => `${personHref(official)}/akun`;
/** In place of a session's id. */
export const ALL_SESSIONS = 'semua';

export interface OfficialAccountPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly timeZone: string;
  readonly official: OfficialRecord;
  readonly passwordDemanded: boolean;
  readonly factor: SecondFactor | null;
  readonly sessions: readonly SessionRowShown[];
  readonly mayChange: boolean;
  /** Whether this is the administrator who looks. */
  readonly self: boolean;
  readonly done: AccountDeed | null;
}

/** Sessions, password and second factor of one official, with what an administrator may do about them. */
export function officialAccountPage(page: OfficialAccountPage): Content {
  const { lang, official, done } = page;
  const words = officialAccountWords[lang];
  return [
    pageHeading({ title: words.title, above: official.name, lead: words.lead }),
    done && notice({ lang, kind: 'success', title: words.done[done], announced: true }),
    page.self && ownNotice(lang),
    sessionsSection(page),
    passwordSection(page),
    factorSection(page),
  ];
}

/** Their own account asks administrators for password and code as it asks everybody. */
const acts = ({ mayChange, self }: OfficialAccountPage): boolean => mayChange && !self;

function ownNotice(lang: Lang): Content {
  const words = officialAccountWords[lang];
  const link = html`<a href="/meja/akun">${words.ownLink}</a>`;
  return notice({ lang, kind: 'info', children: html`<p>${words.own} ${link}</p>` });
}

function sessionsSection(page: OfficialAccountPage): Content {
  const { lang, csrf, official, sessions, timeZone } = page;
  const words = officialAccountWords[lang].sessions;
  if (sessions.length === 0) return section({ title: words.title, children: html`<p>${words.none}</p>` });
  const action = `${accountHref(official.id)}/sesi`;
  const endAll = form({
    lang,
    csrf,
    action,
    children: [hiddenField('sesi', ALL_SESSIONS), buttonRow(button({ label: words.endAll, kind: 'quiet' }))],
  });
  const list = sessionsTable({
    lang,
    csrf,
    sessions,
    timeZone,
    current: null,
    endAction: acts(page) ? action : null,
  });
  return section({ title: words.title, children: [list, acts(page) && endAll] });
}

function passwordSection(page: OfficialAccountPage): Content {
  const { lang, csrf, official, passwordDemanded } = page;
  const words = officialAccountWords[lang].password;
  const demand =
    acts(page) &&
    form({
      lang,
      csrf,
      action: `${accountHref(official.id)}/kata-sandi`,
      children: buttonRow(button({ label: words.demand, kind: 'quiet' })),
    });
  const state = passwordDemanded ? words.demanded : words.has;
  return section({
    title: words.title,
    children: official.hasPassword
      ? [html`<p>${state}</p>`, !passwordDemanded && demand]
      : html`<p>${words.none(official.username)}</p>`,
  });
}

function factorSection(page: OfficialAccountPage): Content {
  const { lang, official, factor, timeZone } = page;
  const words = officialAccountWords[lang].factor;
  if (!factor) return section({ title: words.title, children: html`<p>${words.off}</p>` });
  const reset = linkButton({
    label: words.reset,
    href: `${accountHref(official.id)}/dua-langkah`,
    kind: 'quiet',
  });
  return section({
    title: words.title,
    children: [
      html`<p>${words.on(formatInstant(factor.since, timeZone, lang))} ${words.left(factor.codesLeft)}</p>`,
      acts(page) && buttonRow(reset),
    ],
  });
}
