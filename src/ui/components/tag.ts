import { html, type Content, type Html } from '../html.ts';
import { icon, type IconName } from './icon.ts';

/** How things stand. Word and mark always come together; colour only repeats them. */
export type TagKind = 'late' | 'soon' | 'ok' | 'waiting' | 'plain';

const MARKS: Record<TagKind, IconName> = {
  late: 'late',
  soon: 'soon',
  ok: 'check',
  waiting: 'waiting',
  plain: 'plain',
};

/** A short state: "lewat 2 jam", "3 jam lagi", "selesai". */
export const tag = (props: { readonly kind: TagKind; readonly label: Content }): Html =>
  html`<span class="tag tag-${props.kind}">${icon(MARKS[props.kind])}${props.label}</span>`;
