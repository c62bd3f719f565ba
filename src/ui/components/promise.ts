import { attrs, classes, html, type Content, type Html } from '../html.ts';

export interface PromiseBoxProps {
  /** "Waktu yang dijanjikan", "Sisa waktu kami", "Lewat dari janji". */
  readonly label: Content;
  /** The time itself, the largest fact of the page: "10 hari kerja". */
  readonly time: Content;
  /** What it means now: "Diajukan sekarang, selesai paling lambat …". */
  readonly meaning?: Content;
  /** How it was found. */
  readonly explain?: { readonly href: string; readonly label: string };
  /** `late`: the promise is broken. `paused`: the clock stands still and waits for the applicant. */
  readonly state?: 'running' | 'paused' | 'late' | 'kept';
  /** To be read across a room: the number that is called. */
  readonly large?: boolean;
}

/** The promise as hero: on service, tracking and desk pages the first thing after the name. */
export function promiseBox(props: PromiseBoxProps): Html {
  const own = attrs({
    class: classes(
      'promise',
      props.state && props.state !== 'running' && `promise-${props.state}`,
      props.large && 'promise-large',
    ),
  });
  const meaning = props.meaning && html`<p class="promise-meaning">${props.meaning}</p>`;
  const explain =
    props.explain && html`<a class="promise-explain" href="${props.explain.href}">${props.explain.label}</a>`;
  return html`<div${own}><p class="promise-label">${props.label}</p><p class="promise-time">${props.time}</p>${meaning}${explain}</div>`;
}
