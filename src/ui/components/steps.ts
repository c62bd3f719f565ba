import { attrs, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { icon } from './icon.ts';

export type StepState = 'done' | 'now' | 'todo' | 'plain';

export interface Step {
  readonly title: Content;
  /** Who acts, how long, since when. */
  readonly detail?: Content;
  /** `plain` (default): a procedure drawn without anybody in it yet. */
  readonly state?: StepState;
}

const marked = (state: StepState, at: number): Content => (state === 'done' ? icon('check') : at + 1);

/** A procedure as a numbered line: who acts and how long; on tracking pages, what is done and what is next. */
export function steps({ lang, items }: { readonly lang: Lang; readonly items: readonly Step[] }): Html {
  const lines = items.map((step, at) => {
    const state = step.state ?? 'plain';
    const word = state !== 'plain' && html`<span class="unseen"> (${common[lang].state[state]})</span>`;
    const own = attrs({ class: `step step-${state}`, 'aria-current': state === 'now' ? 'step' : null });
    const detail = step.detail && html`<div class="step-detail">${step.detail}</div>`;
    return html`<li${own}><span class="step-mark" aria-hidden="true">${marked(state, at)}</span><div class="step-title">${step.title}${word}</div>${detail}</li>`;
  });
  // Safari forgets that a list without bullets is a list unless told.
  return html`<ol class="steps" role="list">${lines}</ol>`;
}

export interface TimelineEntry {
  /** Instant in ISO form for machines, and in words for people. */
  readonly at: { readonly iso: string; readonly words: string };
  readonly title: Content;
  /** The post, and for the desk the person. */
  readonly by?: Content;
  /** A comment, what is missing, what was recorded. */
  readonly detail?: Content;
  readonly kind?: 'plain' | 'ok' | 'warning' | 'paused';
}

/** What happened, newest or oldest first as given. */
export function timeline(entries: readonly TimelineEntry[]): Html {
  const lines = entries.map(
    (entry) =>
      html`<li class="event event-${entry.kind ?? 'plain'}"><p class="event-title">${entry.title}</p><p class="event-meta"><time datetime="${entry.at.iso}">${entry.at.words}</time>${entry.by && html` · ${entry.by}`}</p>${entry.detail && html`<div class="event-detail">${entry.detail}</div>`}</li>`,
  );
  return html`<ol class="timeline" role="list">${lines}</ol>`;
}
