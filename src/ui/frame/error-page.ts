import type { FaultKind } from '../../ground/index.ts';
import { html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { buttonRow, linkButton } from '../components/button.ts';

/** Faults with a page of their own; `broken` is an error nobody foresaw. */
export type ErrorKind = FaultKind | 'broken';

type ErrorWords = (typeof common)['id']['error'];

const WORDS: Record<ErrorKind, readonly [title: keyof ErrorWords, text: keyof ErrorWords]> = {
  invalid: ['invalidTitle', 'invalidText'],
  malformed: ['invalidTitle', 'invalidText'],
  method: ['notFoundTitle', 'notFoundText'],
  unauthenticated: ['signInTitle', 'signInText'],
  forbidden: ['forbiddenTitle', 'forbiddenText'],
  'not-found': ['notFoundTitle', 'notFoundText'],
  conflict: ['conflictTitle', 'conflictText'],
  'too-large': ['tooLargeTitle', 'tooLargeText'],
  'unsupported-media': ['invalidTitle', 'invalidText'],
  'too-many': ['tooManyTitle', 'tooManyText'],
  unavailable: ['awayTitle', 'awayText'],
  broken: ['brokenTitle', 'brokenText'],
};

export interface ErrorPageProps {
  readonly lang: Lang;
  readonly kind: ErrorKind;
  /** What exactly happened, when more is known than the kind. */
  readonly explained?: string | null;
  /** What became of what was sent. */
  readonly kept?: string | null;
  /** Finds the error in the log. */
  readonly reference?: string | null;
  /** Ways on: sign-in, the page again. The front page is always one. */
  readonly actions?: Content;
  /** Where the address leads nowhere: another way to find it. */
  readonly search?: Content;
  readonly homeHref: string;
  /** "Ke beranda" when left out. */
  readonly homeLabel?: string;
  /** 1 (default) where the error is the page. */
  readonly level?: 1 | 3;
}

/** The title of an error page, also for the browser's tab. */
export const errorTitle = (kind: ErrorKind, lang: Lang): string => common[lang].error[WORDS[kind][0]];

/** The inside of an error page: what happened, what was kept, what to do. Put it into `page`. */
export function errorPage(props: ErrorPageProps): Html {
  const words = common[props.lang];
  const reference =
    props.reference && html`<p class="soft">${words.error.reference} <code>${props.reference}</code></p>`;
  const home = linkButton({
    label: props.homeLabel ?? words.do.home,
    href: props.homeHref,
    kind: props.actions ? 'quiet' : 'primary',
  });
  const kept = props.kept && html`<p>${props.kept}</p>`;
  const explained = props.explained && html`<p class="lead">${props.explained}</p>`;
  const title = errorTitle(props.kind, props.lang);
  const heading = props.level === 3 ? html`<h3>${title}</h3>` : html`<h1>${title}</h1>`;
  return html`<div class="narrow">${heading}${explained}<p>${words.error[WORDS[props.kind][1]]}</p>${kept}${reference}${props.search}${buttonRow(props.actions, home)}</div>`;
}
