import { html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';

export interface FooterProps {
  /** Office, street, telephone, e-mail. */
  readonly contact: Content;
  /** "Semua layanan di sini gratis, kecuali disebut lain." */
  readonly remark?: Content;
  /** Service pledge, personal data, performance, staff sign-in. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/** Who is behind the page and how to reach them; on paper also where it can be found again (`address`). */
export function footer(
  { lang, address }: { readonly lang: Lang; readonly address?: string | null },
  props: FooterProps,
): Html {
  const words = common[lang].frame;
  const links = props.links.map((link) => html`<li><a href="${link.href}">${link.label}</a></li>`);
  const nav =
    links.length > 0 && html`<nav aria-label="${words.footNav}"><ul role="list">${links}</ul></nav>`;
  return html`<footer class="foot"><div class="wrap"><div class="foot-contact">${props.contact}</div>${props.remark && html`<p>${props.remark}</p>`}${nav}${address && html`<p class="print-only">${words.printedFrom} ${address}</p>`}<p class="foot-powered">${words.poweredBy}</p></div></footer>`;
}
