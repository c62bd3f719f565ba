import { attrs, html, type Content, type Html } from '../html.ts';
import { formatFileSize } from '../format.ts';
import { form } from '../messages/form.ts';
import { describedBy, field, fieldId, type FieldProps } from './field.ts';
import { icon } from './icon.ts';
import { tag } from './tag.ts';

export interface KeptFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Where it can be looked at. */
  readonly href?: string;
  /** "Hapus", "Periksa": what else can be done with it. */
  readonly actions?: Content;
}

export interface FileFieldProps extends FieldProps {
  /** MIME types, for the browser's file picker. */
  readonly accept: readonly string[];
  /** The same in words: "PDF, JPG atau PNG". */
  readonly kinds: string;
  /** In bytes; also checked in the browser before sending, where scripts run. */
  readonly maxSize: number;
  /** A file kept from an earlier try: the control then replaces it. */
  readonly kept?: KeptFile | null;
}

/** A file with its name, size and state; used in forms and lists. */
export function fileLine(file: KeptFile, state?: Content, lang: 'id' | 'en' = 'id'): Html {
  const name = file.href ? html`<a href="${file.href}">${file.name}</a>` : html`<span>${file.name}</span>`;
  const actions = file.actions && html`<span class="file-actions">${file.actions}</span>`;
  return html`<div class="file">${icon('file')}<span class="file-name">${name}</span><span class="file-size">${formatFileSize(file.size, lang)}</span>${state}${actions}</div>`;
}

/** A file to upload. A kept one is shown and stays unless another is chosen, so that no error costs an upload. */
export function fileField(props: FileFieldProps): Html {
  const words = form[props.lang].file;
  const most = formatFileSize(props.maxSize, props.lang);
  const own = { ...props, hint: props.hint ?? words.hint(props.kinds, most) };
  const control = attrs({
    class: 'input-file',
    type: 'file',
    id: fieldId(props.name),
    name: props.name,
    accept: props.accept.join(','),
    'data-max-size': props.maxSize,
    'data-too-large': words.tooLarge(most),
    'aria-describedby': describedBy(own),
    'aria-invalid': props.error ? 'true' : null,
  });
  if (!props.kept) return field(own, html`<input${control}>`);
  const kept = fileLine(props.kept, tag({ kind: 'ok', label: words.kept }), props.lang);
  const replace = html`<details${attrs({ class: 'file-replace', open: Boolean(props.error) })}><summary>${words.replace}</summary><input${control}></details>`;
  return field(own, html`${kept}${replace}`);
}
