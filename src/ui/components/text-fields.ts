import { attrs, classes, html, type Html } from '../html.ts';
import { form } from '../messages/form.ts';
import { describedBy, field, fieldId, type FieldProps } from './field.ts';

/** How wide the control is: as wide as the answer it waits for. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full';

export interface TextFieldProps extends FieldProps {
  /** What was answered before; shown as typed, also when wrong. */
  readonly value?: string | null;
  readonly width?: FieldWidth;
  readonly maxLength?: number;
  /** HTML autofill token, such as `name` or `organization`. */
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
}

interface Kind {
  readonly type?: 'text' | 'tel' | 'email' | 'password' | 'search';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email';
}

function input(props: TextFieldProps, kind: Kind = {}): Html {
  const own = attrs({
    class: classes('input', `input-${props.width ?? 'full'}`),
    id: fieldId(props.name),
    name: props.name,
    type: kind.type ?? 'text',
    inputmode: kind.inputMode,
    value: props.value,
    maxlength: props.maxLength,
    autocomplete: props.autocomplete,
    spellcheck: props.spellcheck === false ? 'false' : null,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? 'true' : null,
  });
  return html`<input${own}>`;
}

/** A short text on one line. */
export const textField = (props: TextFieldProps): Html => field(props, input(props));

/** A text of several lines; grows with `rows`. */
export function textArea(props: TextFieldProps & { readonly rows?: number }): Html {
  const own = attrs({
    class: 'input input-full',
    id: fieldId(props.name),
    name: props.name,
    rows: props.rows ?? 5,
    maxlength: props.maxLength,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? 'true' : null,
  });
  // The first line break after <textarea> is dropped by browsers, so one is always written.
  return field(props, html`<textarea${own}>\n${props.value}</textarea>`);
}

/** NIK, 16 digits. Spaces are welcome while typing; the reader drops them. Ask only with a privacy notice. */
export function nikField(props: TextFieldProps): Html {
  const own = { hint: form[props.lang].nikHint, width: 'medium' as const, maxLength: 24, ...props };
  return field(own, input({ ...own, autocomplete: 'off', spellcheck: false }, { inputMode: 'numeric' }));
}

/** A phone number, as people write it. */
export function phoneField(props: TextFieldProps): Html {
  const own = { hint: form[props.lang].phoneHint, width: 'medium' as const, autocomplete: 'tel', ...props };
  return field(own, input(own, { type: 'tel' }));
}

/** An e-mail address. */
export function emailField(props: TextFieldProps): Html {
  const own = { hint: form[props.lang].emailHint, width: 'long' as const, autocomplete: 'email', ...props };
  return field(own, input({ ...own, spellcheck: false }, { type: 'email' }));
}

/** A password or passphrase; never given back in `value`. */
export function passwordField(props: Omit<TextFieldProps, 'value'>): Html {
  return field(
    props,
    input({ width: 'medium', autocomplete: 'current-password', ...props }, { type: 'password' }),
  );
}

/** A number with its unit behind it. A text field, so that "2,5" and what was mistyped survive. */
export function numberField(props: TextFieldProps & { readonly unit?: string }): Html {
  const own = { width: 'short' as const, autocomplete: 'off', ...props };
  const control = input(own, { inputMode: 'decimal' });
  return field(
    own,
    props.unit ? html`<div class="input-with-unit">${control}<span>${props.unit}</span></div>` : control,
  );
}
