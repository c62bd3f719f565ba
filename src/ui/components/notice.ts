import { attrs, classes, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { icon, type IconName } from './icon.ts';

export type NoticeKind = 'info' | 'warning' | 'success' | 'error';

const MARKS: Record<NoticeKind, IconName> = {
  info: 'info',
  warning: 'late',
  success: 'check',
  error: 'late',
};

export interface NoticeProps {
  readonly lang: Lang;
  readonly kind: NoticeKind;
  readonly title?: Content;
  readonly children?: Content;
  /** Read out at once: for the answer to what was just done. */
  readonly announced?: boolean;
}

/** Something to know before going on. Its kind is said in words too, for those who do not see it. */
export function notice(props: NoticeProps): Html {
  const own = attrs({ class: `notice notice-${props.kind}`, role: props.announced ? 'status' : null });
  const title = props.title && html`<p class="notice-title">${props.title}</p>`;
  return html`<div${own}>${icon(MARKS[props.kind])}<div><span class="unseen">${common[props.lang].state[props.kind]}: </span>${title}${props.children && html`<div class="prose">${props.children}</div>`}</div></div>`;
}

/** A number or key to keep: large, easy to read out, copied by one press where scripts run. `long`: an address, small enough to be seen whole. */
export function copyable(props: {
  readonly lang: Lang;
  readonly label: Content;
  readonly value: string;
  readonly hint?: Content;
  readonly long?: boolean;
}): Html {
  const words = common[props.lang].do;
  const copy = html`<button type="button" class="button button-quiet copy" hidden data-copy="${props.value}" data-copied="${words.copied}">${words.copy}</button>`;
  const hint = props.hint && html`<p class="soft">${props.hint}</p>`;
  return html`<div${attrs({ class: classes('copyable', props.long && 'copyable-long') })}><p class="copyable-label">${props.label}</p><p class="copyable-line"><code class="copyable-value">${props.value}</code>${copy}</p>${hint}</div>`;
}
