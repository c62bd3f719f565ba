import { attrs, classes, html, type Html } from '../html.ts';
import { form } from '../messages/form.ts';
import type { SecretName } from '../secret-names.ts';
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
  /** Where whoever works with the keyboard begins: once a page, on pages that are for nothing else. */
  readonly autofocus?: boolean;
}

interface Kind {
  readonly type?: 'tel' | 'email' | 'password';
  readonly inputMode?: 'numeric' | 'decimal';
  /** Id of what describes the control besides hint and error. */
  readonly describedBy?: string;
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
    autofocus: props.autofocus,
    'aria-describedby': classes(describedBy(props), kind.describedBy),
    'aria-invalid': props.error ? 'true' : null,
  });
  return html`<input${own}>`;
}

/** A short text on one line. */
export const textField = (props: TextFieldProps): Html => field(props, input(props));

interface TextAreaProps extends TextFieldProps {
  readonly rows?: number;
  /** For a program's text: letters of one width, nothing underlined as misspelt. */
  readonly code?: boolean;
}

/** A text of several lines; grows with `rows`. */
export function textArea(props: TextAreaProps): Html {
  const own = attrs({
    class: classes('input input-full', props.code && 'input-code'),
    id: fieldId(props.name),
    name: props.name,
    rows: props.rows ?? 5,
    maxlength: props.maxLength,
    spellcheck: props.code ? 'false' : null,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? 'true' : null,
  });
  // The first line break after <textarea> is dropped by browsers, so one is always written.
  return field(props, html`<textarea${own}>\n${props.value}</textarea>`);
}

/** The props with what a kind of question brings of its own, where the page says nothing else. */
const withDefaults = <P extends TextFieldProps>(props: P, own: Partial<TextFieldProps>): P => ({
  ...props,
  hint: props.hint ?? own.hint,
  width: props.width ?? own.width,
  maxLength: props.maxLength ?? own.maxLength,
  autocomplete: props.autocomplete ?? own.autocomplete,
  spellcheck: props.spellcheck ?? own.spellcheck,
});

/** NIK, 16 digits. Spaces are welcome while typing; the reader drops them. Ask only with a privacy notice. */
export function nikField(props: TextFieldProps): Html {
  const hint = form[props.lang].nikHint;
  const own = withDefaults(props, {
    hint,
    width: 'medium',
    maxLength: 24,
    autocomplete: 'off',
    spellcheck: false,
  });
  return field(own, input(own, { inputMode: 'numeric' }));
}

/** A phone number, as people write it. */
export function phoneField(props: TextFieldProps): Html {
  const own = withDefaults(props, { hint: form[props.lang].phoneHint, width: 'medium', autocomplete: 'tel' });
  return field(own, input(own, { type: 'tel' }));
}

/** An e-mail address; `own` when it is the one at which whoever fills in the form is reached. */
export function emailField({
  own: ofReader = true,
  ...props
}: TextFieldProps & { readonly own?: boolean }): Html {
  const usual = ofReader
    ? { hint: form[props.lang].emailHint, autocomplete: 'email' }
    : { autocomplete: 'off' };
  const own = withDefaults(props, { ...usual, width: 'long', spellcheck: false });
  return field(own, input(own, { type: 'email' }));
}

type SecretProps = Omit<TextFieldProps, 'value' | 'name'> & { readonly name: SecretName };

/** A password or passphrase; never given back in `value`. */
export function passwordField(props: SecretProps): Html {
  const own = withDefaults(props, { width: 'medium', autocomplete: 'current-password' });
  return field(own, input({ ...own, value: null }, { type: 'password' }));
}

/** A one-time code of six digits. Telephones offer the one that has just come. */
export function codeField(props: SecretProps): Html {
  const own = withDefaults(props, {
    width: 'short',
    maxLength: 12,
    autocomplete: 'one-time-code',
    spellcheck: false,
  });
  return field(own, input({ ...own, value: null }, { inputMode: 'numeric' }));
}

/** A number with its unit behind it. A text field, so that "2,5" and what was mistyped survive. */
export function numberField(props: TextFieldProps & { readonly unit?: string | null }): Html {
  const own = withDefaults(props, { width: 'short', autocomplete: 'off' });
  if (!props.unit) return field(own, input(own, { inputMode: 'decimal' }));
  const unitId = `${fieldId(props.name)}-unit`;
  const control = input(own, { inputMode: 'decimal', describedBy: unitId });
  return field(
    own,
    html`<div class="input-with-unit">${control}<span id="${unitId}">${props.unit}</span></div>`,
  );
}
