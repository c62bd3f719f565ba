import type { SessionRowShown } from '../../people/index.ts';
import { button, form, hiddenField, html, table, tag } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { accountWords } from './words.ts';

export interface SessionsTable {
  readonly lang: Lang;
  readonly csrf: string;
  readonly sessions: readonly SessionRowShown[];
  /** Id of the session that asks, when it is among them. */
  readonly current: string | null;
  readonly timeZone: string;
  /** Where a session is ended, by its id in the field `sesi`; null where it may only be read. */
  readonly endAction: string | null;
}

/** Sessions of an official, each in the words by which people recognise it. */
export function sessionsTable(props: SessionsTable): Content {
  const { lang, timeZone } = props;
  const words = accountWords[lang].sessions;
  return table<SessionRowShown>({
    caption: words.caption,
    columns: [
      { label: words.device, cell: (session) => deviceCell(props, session), names: true },
      { label: words.how, cell: ({ via }) => words.via[via] },
      { label: words.began, cell: ({ began }) => formatInstant(began, timeZone, lang) },
      { label: words.seen, cell: ({ seen }) => formatInstant(seen, timeZone, lang) },
      ...(props.endAction === null
        ? []
        : [{ label: words.end, cell: (session: SessionRowShown) => endCell(props, session) }]),
    ],
    groups: [{ rows: props.sessions }],
  });
}

function deviceCell({ lang, current }: SessionsTable, session: SessionRowShown): Content {
  const words = accountWords[lang].sessions;
  const mark = session.id === current && html` ${tag({ kind: 'ok', label: words.current })}`;
  return html`${deviceWords(session, lang)}${mark}`;
}

/** "Firefox di Windows". */
export function deviceWords({ browser, system }: SessionRowShown, lang: Lang): string {
  const words = accountWords[lang].sessions;
  if (browser !== null && system !== null) return words.on(browser, system);
  return browser ?? system ?? words.unknown;
}

function endCell({ lang, csrf, current, endAction }: SessionsTable, session: SessionRowShown): Content {
  if (endAction === null || session.id === current) return '–';
  const words = accountWords[lang].sessions;
  const label = html`${words.end}<span class="unseen">: ${deviceWords(session, lang)}</span>`;
  const children = [hiddenField('sesi', session.id), button({ label, kind: 'quiet' })];
  return form({ lang, csrf, action: endAction, children });
}
