import { attrs, classes, html, type Content, type Html } from '../html.ts';

/** `primary`: the next step, once a page. `quiet`: everything else. `danger`: cannot be taken back. */
export type ButtonKind = 'primary' | 'quiet' | 'danger';

export interface ButtonProps {
  /** A verb first: what happens. */
  readonly label: Content;
  readonly kind?: ButtonKind;
  /** Sent with the form when this button is pressed. */
  readonly name?: string;
  readonly value?: string;
  readonly formAction?: string;
  /** Id of a form this button stands outside of. */
  readonly form?: string;
  readonly wide?: boolean;
}

const buttonClass = (kind: ButtonKind = 'primary', wide = false): string | undefined =>
  classes('button', kind !== 'primary' && `button-${kind}`, wide && 'button-wide');

/** A button that submits its form. */
export function button(props: ButtonProps): Html {
  const { name, value, form } = props;
  const own = attrs({
    class: buttonClass(props.kind, props.wide),
    name,
    value,
    form,
    formaction: props.formAction,
  });
  return html`<button type="submit"${own}>${props.label}</button>`;
}

export interface LinkButtonProps {
  readonly label: Content;
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly wide?: boolean;
  /** The browser saves the target instead of showing it. */
  readonly download?: boolean;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function linkButton(props: LinkButtonProps): Html {
  const own = attrs({
    class: buttonClass(props.kind, props.wide),
    href: props.href,
    download: props.download,
  });
  return html`<a${own}>${props.label}</a>`;
}

/** Buttons side by side, below each other where there is no room. */
export const buttonRow = (...buttons: readonly Content[]): Html =>
  html`<div class="button-row">${buttons}</div>`;
