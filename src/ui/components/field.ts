import { attrs, classes, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { form } from '../messages/form.ts';

/** What every question of a form has. */
export interface FieldProps {
  readonly lang: Lang;
  /** Name in the form; also the `path` of a FieldFault. */
  readonly name: string;
  readonly label: Content;
  readonly hint?: Content;
  /** What is wrong with the answer, and what to do. */
  readonly error?: string | null;
  /** Questions must be answered unless they say so. */
  readonly optional?: boolean;
}

/** Id of the control (of the first one, in a group): where an error summary leads. */
export const fieldId = (name: string): string => `f-${name.replace(/\s/g, '_')}`;

const hintId = (name: string): string => `${fieldId(name)}-hint`;
/** Id of the words that say what is wrong. */
export const errorId = (name: string): string => `${fieldId(name)}-error`;

/** Ids of what describes the control, for `aria-describedby`. */
export const describedBy = (props: FieldProps): string | undefined =>
  classes(props.hint ? hintId(props.name) : null, props.error ? errorId(props.name) : null);

const optionalMark = (props: FieldProps): Content =>
  props.optional && html` <span class="field-optional">${form[props.lang].optional}</span>`;

/** What is wrong with the answer, in words; nothing when it is right. */
export const errorLine = (props: Pick<FieldProps, 'lang' | 'name' | 'error'>): Content =>
  props.error &&
  html`<p class="field-error" id="${errorId(props.name)}"><span class="unseen">${form[props.lang].errorPrefix} </span>${props.error}</p>`;

const hintAndError = (props: FieldProps): Content => [
  props.hint && html`<div class="field-hint" id="${hintId(props.name)}">${props.hint}</div>`,
  errorLine(props),
];

const frameClass = (props: FieldProps): string | undefined => classes('field', props.error && 'field-wrong');

/** A question with one control: label, hint, error, control. */
export function field(props: FieldProps, control: Content): Html {
  return html`<div${attrs({ class: frameClass(props) })}><label class="field-label" for="${fieldId(props.name)}">${props.label}${optionalMark(props)}</label>${hintAndError(props)}${control}</div>`;
}

/** A question with several controls: the label is the group's legend. */
export function fieldGroup(props: FieldProps, controls: Content): Html {
  const own = attrs({ class: frameClass(props), 'aria-describedby': describedBy(props) });
  return html`<fieldset${own}><legend class="field-label">${props.label}${optionalMark(props)}</legend>${hintAndError(props)}${controls}</fieldset>`;
}
