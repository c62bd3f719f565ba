/** A request whose deadline moves, in a table: its number and its service. */
import { html } from '../../../ui/index.ts';
import type { Content } from '../../../ui/index.ts';

export interface NamedRequests {
  readonly serviceTitle: (id: string) => string;
  /** Numbers of the requests that the reader may open: most administrators have no part in any. */
  readonly openable: ReadonlySet<string>;
}

/** The number leads to the request where the reader may open it. */
export function requestCell(
  { serviceTitle, openable }: NamedRequests,
  { number, service }: { readonly number: string; readonly service: string },
): Content {
  const named = openable.has(number) ? html`<a href="/meja/permohonan/${number}">${number}</a>` : number;
  return html`${named}<br><span class="soft">${serviceTitle(service)}</span>`;
}
