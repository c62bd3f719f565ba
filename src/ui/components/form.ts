import { attrs, html, type Content, type Html } from '../html.ts';
import { say, type Lang } from '../language.ts';
import type { FieldFault } from '../../ground/index.ts';
import { common } from '../messages/common.ts';
import { form as words } from '../messages/form.ts';
import { button, buttonRow, linkButton, type ButtonKind } from './button.ts';
import { fieldId } from './field.ts';
import { icon } from './icon.ts';

/** The hidden proof that a form came from our own page. */
export const csrfField = (token: string): Html => html`<input type="hidden" name="_csrf" value="${token}">`;

/** A value sent along unseen, such as the version of a request the page showed. */
export const hiddenField = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

export interface FormProps {
  readonly lang: Lang;
  readonly action: string;
  readonly csrf: string;
  readonly id?: string;
  /** Needed where files are sent. */
  readonly multipart?: boolean;
  /** Where scripts run: ask before leaving with changed answers. */
  readonly askBeforeLeaving?: boolean;
  /** The answer is a file that the browser saves: the page stays, so the form can be sent again. */
  readonly givesFile?: boolean;
  readonly children: Content;
}

/** A form that changes something. Checked by the server, which gives back every answer; sent once. */
export function form(props: FormProps): Html {
  const own = attrs({
    method: 'post',
    action: props.action,
    id: props.id,
    enctype: props.multipart ? 'multipart/form-data' : null,
    novalidate: true,
    'data-once': props.givesFile ? null : common[props.lang].state.saving,
    ...uploading(props),
    'data-ask-before-leaving': props.askBeforeLeaving ? words[props.lang].leave : null,
  });
  return html`<form${own}>${csrfField(props.csrf)}${props.children}</form>`;
}

/** What a script says while files go over a slow line, and when they did not arrive, or nobody knows whether they did. */
function uploading({ lang, multipart, givesFile }: FormProps): Record<string, string> {
  if (!multipart || givesFile) return {};
  const { sending, stopSending, sendingCut, sendingInDoubt } = common[lang].state;
  return {
    'data-sending': sending,
    'data-cancel': stopSending,
    'data-cut': sendingCut,
    'data-doubt': sendingInDoubt,
  };
}

/** A form that asks and changes nothing: its answer has an address that can be kept and sent. */
export const queryForm = (props: { readonly action: string; readonly children: Content }): Html =>
  html`<form method="get" action="${props.action}" novalidate>${props.children}</form>`;

export interface ErrorSummaryProps {
  readonly lang: Lang;
  readonly faults: readonly FieldFault[];
  readonly title?: string;
  /** What became of the rest, where it is not that everything was kept; null where there is no rest. */
  readonly kept?: string | null;
}

/** All that is to be corrected, on top of the page, each leading to its field. Nothing when nothing is wrong. */
export function errorSummary(props: ErrorSummaryProps): Content {
  const { lang, faults, title, kept = words[props.lang].summaryKept } = props;
  if (faults.length === 0) return null;
  const links = faults.map(
    (fault) => html`<li><a href="#${fieldId(fault.path)}">${say(fault.words, lang)}</a></li>`,
  );
  return html`<div class="error-summary" role="alert" tabindex="-1" data-focus><h2>${title ?? words[lang].summaryTitle}</h2><ul>${links}</ul>${kept !== null && html`<p>${kept}</p>`}</div>`;
}

/** The words for one field out of all faults; null when the field is in order. */
export function errorOf(faults: readonly FieldFault[], path: string, lang: Lang): string | null {
  const fault = faults.find((one) => one.path === path);
  return fault ? say(fault.words, lang) : null;
}

export interface ConfirmProps {
  readonly lang: Lang;
  readonly title: string;
  /** What will happen, and that it cannot be taken back. */
  readonly explained: Content;
  readonly action: string;
  readonly csrf: string;
  /** A verb: "Tarik permohonan". */
  readonly confirmLabel: string;
  readonly cancelHref: string;
  /** Where the fields go that were carried here, to be changed once more. */
  readonly changeAction?: string;
  readonly kind?: ButtonKind;
  /** Hidden fields, a reason to enter. */
  readonly children?: Content;
}

/** A second look before something that cannot be taken back. */
export function confirmBlock(props: ConfirmProps): Html {
  const words = common[props.lang].do;
  const { changeAction: formAction } = props;
  const buttons = buttonRow(
    button({ label: props.confirmLabel, kind: props.kind ?? 'danger' }),
    formAction !== undefined && button({ label: words.change, kind: 'quiet', formAction }),
    linkButton({ label: words.cancel, href: props.cancelHref, kind: 'quiet' }),
  );
  const inside = form({ ...props, children: [props.children, buttons] });
  return html`<section class="panel confirm"><h2>${props.title}</h2><div class="prose">${props.explained}</div>${inside}</section>`;
}

export interface SearchFormProps {
  readonly lang: Lang;
  readonly action: string;
  readonly label: string;
  readonly name?: string;
  readonly value?: string | null;
  readonly placeholder?: string;
  readonly button?: string;
  /** Where a search can be given up; shown while there is one. */
  readonly clearHref?: string;
  /** Filters to carry along. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** On a page with several searches: `quiet` for the lesser one. */
  readonly kind?: ButtonKind;
}

/** One line to search with. A GET form, so that a search can be shared and gone back to. */
export function searchForm(props: SearchFormProps): Html {
  const name = props.name ?? 'q';
  const own = attrs({
    class: 'input',
    type: 'search',
    id: `search-${name}`,
    name,
    value: props.value,
    placeholder: props.placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const hidden = Object.entries(props.hidden ?? {}).map(([key, value]) => hiddenField(key, value));
  const submit = button({
    label: [icon('search'), props.button ?? common[props.lang].do.search],
    kind: props.kind,
  });
  const clear =
    props.value &&
    props.clearHref &&
    html`<a class="search-clear" href="${props.clearHref}">${common[props.lang].do.clearSearch}</a>`;
  return html`<form class="search" role="search" aria-label="${props.label}" method="get" action="${props.action}">${hidden}<label class="search-label" for="search-${name}">${props.label}</label><div class="search-line"><input${own}>${submit}</div>${clear}</form>`;
}

/** Where one is in a form of several pages, and when it was saved last. */
export function formProgress(props: {
  readonly lang: Lang;
  readonly at: number;
  readonly all: number;
  readonly savedAt?: string;
}): Html {
  const saved = props.savedAt && html` · ${words[props.lang].savedAt(props.savedAt)}`;
  return html`<div class="progress"><p>${words[props.lang].part(props.at, props.all)}${saved}</p><progress max="${props.all}" value="${props.at}" aria-hidden="true"></progress></div>`;
}
