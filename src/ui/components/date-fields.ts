import { attrs, html, type Content, type Html } from '../html.ts';
import { form, monthNames } from '../messages/form.ts';
import type { DateParts, TimeRangeParts } from '../reading.ts';
import { fieldGroup, fieldId, type FieldProps } from './field.ts';

interface PartProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly wrong: boolean;
  readonly size: 'two' | 'four' | 'time';
}

function part({ id, name, label, value, wrong, size }: PartProps): Html {
  const own = attrs({
    class: `input input-${size}`,
    id,
    name,
    value,
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: size === 'two' ? 2 : 5,
    'aria-invalid': wrong ? 'true' : null,
  });
  return html`<div class="part"><label for="${id}">${label}</label><input${own}></div>`;
}

function monthPart(props: FieldProps, value: string | undefined): Html {
  const id = `${fieldId(props.name)}-month`;
  const own = attrs({
    class: 'input',
    id,
    name: `${props.name}-month`,
    'aria-invalid': props.error ? 'true' : null,
  });
  const options = monthNames(props.lang).map((month, index) => {
    const chosen = Number(value) === index + 1;
    return html`<option${attrs({ value: index + 1, selected: chosen })}>${month}</option>`;
  });
  return html`<div class="part"><label for="${id}">${form[props.lang].date.month}</label><select${own}><option value=""></option>${options}</select></div>`;
}

function dateParts(props: FieldProps, value: DateParts = {}): Content {
  const words = form[props.lang].date;
  const wrong = Boolean(props.error);
  const { name } = props;
  return [
    part({ id: fieldId(name), name: `${name}-day`, label: words.day, value: value.day, wrong, size: 'two' }),
    monthPart(props, value.month),
    part({
      id: `${fieldId(name)}-year`,
      name: `${name}-year`,
      label: words.year,
      value: value.year,
      wrong,
      size: 'four',
    }),
  ];
}

/**
 * A date in three parts, the month by name: no order to guess, no script, no picker an old phone lacks.
 * Posts `name-day`, `name-month`, `name-year`; read them with `readDate`.
 */
export function dateField(props: FieldProps & { readonly value?: DateParts }): Html {
  const own = { ...props, hint: props.hint ?? form[props.lang].date.hint };
  return fieldGroup(own, html`<div class="parts">${dateParts(own, props.value)}</div>`);
}

/**
 * A day with a beginning and an end. Posts the date's parts, `name-from` and `name-to`; read them with
 * `readTimeRange`.
 */
export function timeRangeField(props: FieldProps & { readonly value?: TimeRangeParts }): Html {
  const { name, value = {} } = props;
  const words = form[props.lang].time;
  const own = { ...props, hint: props.hint ?? words.rangeHint };
  const wrong = Boolean(props.error);
  const id = fieldId(name);
  return fieldGroup(
    own,
    html`<div class="parts">${dateParts(own, value)}</div><div class="parts">${[
      part({
        id: `${id}-from`,
        name: `${name}-from`,
        label: words.from,
        value: value.from,
        wrong,
        size: 'time',
      }),
      part({ id: `${id}-to`, name: `${name}-to`, label: words.to, value: value.to, wrong, size: 'time' }),
    ]}</div>`,
  );
}
