import { attrs, classes, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { form } from '../messages/form.ts';
import { describedBy, errorId, errorLine, field, fieldGroup, fieldId, type FieldProps } from './field.ts';

export interface Option {
  readonly value: string;
  readonly label: Content;
  readonly hint?: Content;
}

/** More than this many options are a list to open instead of buttons to read. */
const MOST_RADIOS = 7;

const optionId = (name: string, index: number): string =>
  index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;

interface TickProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  readonly option: Option;
  /** Of a single box; of several, the group says it. */
  readonly error?: string | null;
}

function tick({ type, name, id, checked, option, error }: TickProps): Html {
  const own = attrs({
    type,
    name,
    id,
    value: option.value,
    checked,
    'aria-describedby': classes(option.hint ? `${id}-hint` : null, error ? errorId(name) : null),
    'aria-invalid': error ? 'true' : null,
  });
  const hint = option.hint && html`<span class="tick-hint" id="${id}-hint">${option.hint}</span>`;
  return html`<div class="tick"><input${own}><label for="${id}">${option.label}</label>${hint}</div>`;
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | null;
}

/** One of several: radio buttons, or a list to open when there are more than seven. */
export function choiceField(props: ChoiceProps): Html {
  if (props.options.length > MOST_RADIOS) return selectField(props);
  const ticks = props.options.map((option, index) =>
    tick({
      type: 'radio',
      name: props.name,
      id: optionId(props.name, index),
      checked: option.value === props.value,
      option,
    }),
  );
  return fieldGroup(props, html`<div class="ticks">${ticks}</div>`);
}

/** One of many, as a list to open. Options' hints are not shown. */
export function selectField(props: ChoiceProps): Html {
  const own = attrs({
    class: 'input input-long',
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? 'true' : null,
  });
  const options = props.options.map(
    (option) =>
      html`<option${attrs({ value: option.value, selected: option.value === props.value })}>${option.label}</option>`,
  );
  return field(
    props,
    html`<select${own}><option value="">${form[props.lang].choose}</option>${options}</select>`,
  );
}

/** Any number of several. Posts the name once for each that is ticked. */
export function checkboxesField(
  props: FieldProps & { readonly options: readonly Option[]; readonly values?: readonly string[] },
): Html {
  const ticks = props.options.map((option, index) =>
    tick({
      type: 'checkbox',
      name: props.name,
      id: optionId(props.name, index),
      checked: (props.values ?? []).includes(option.value),
      option,
    }),
  );
  return fieldGroup(props, html`<div class="ticks">${ticks}</div>`);
}

export interface CheckboxProps {
  readonly lang: Lang;
  readonly name: string;
  readonly label: Content;
  readonly hint?: Content;
  readonly value?: string;
  readonly checked?: boolean;
  readonly error?: string | null;
}

/** One statement to agree to or leave. Posts `value` (default `yes`) when ticked. */
export function checkbox(props: CheckboxProps): Html {
  const { name, error } = props;
  const option = { value: props.value ?? 'yes', label: props.label, hint: props.hint };
  const id = fieldId(name);
  const box = tick({ type: 'checkbox', name, id, checked: props.checked ?? false, option, error });
  return html`<div${attrs({ class: classes('field', error && 'field-wrong') })}>${errorLine(props)}${box}</div>`;
}

/** Agencies of a government in groups (dinas, kecamatan, …). */
export interface AgencyGroup {
  readonly label: string;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

/** From this many on a list is narrowed by typing, where scripts run. */
const LONG_LIST = 8;

/** The agency that asks or is asked, from the government's own list. */
export function agencyField(
  props: FieldProps & { readonly groups: readonly AgencyGroup[]; readonly value?: string | null },
): Html {
  const count = props.groups.reduce((sum, { agencies }) => sum + agencies.length, 0);
  const words = form[props.lang].filter;
  const own = attrs({
    class: 'input input-long',
    id: fieldId(props.name),
    name: props.name,
    'data-filter': count >= LONG_LIST ? words.label : null,
    'data-filtered': count >= LONG_LIST ? words.found : null,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? 'true' : null,
  });
  const groups = props.groups.map(
    (group) =>
      html`<optgroup label="${group.label}">${group.agencies.map(
        ({ id, name }) => html`<option${attrs({ value: id, selected: id === props.value })}>${name}</option>`,
      )}</optgroup>`,
  );
  return field(
    props,
    html`<select${own}><option value="">${form[props.lang].choose}</option>${groups}</select>`,
  );
}
