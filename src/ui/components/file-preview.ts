import { attrs, html, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { form } from '../messages/form.ts';

export interface PreviewLinkProps {
  readonly lang: Lang;
  /** Names the file for those who do not see which line the link stands in. */
  readonly name: string;
  /** Answers with the file to be looked at. */
  readonly href: string;
  readonly kind: 'image' | 'pdf';
}

/**
 * Looks at a file: in the page where scripts run and the browser can show its kind, in a tab of its own otherwise. Nothing
 * is loaded before it is asked for, since some readings are recorded and some files are large.
 */
export function previewLink({ lang, name, href, kind }: PreviewLinkProps): Html {
  const words = form[lang].file;
  const own = attrs({
    href,
    target: '_blank',
    rel: 'noopener',
    'data-preview': kind,
    'data-name': name,
    'data-close': words.close,
  });
  return html`<a${own}><span data-label>${words.view}</span><span class="unseen">: ${name}</span><span class="unseen" data-new-tab> ${words.newTab}</span></a>`;
}
