/** Pages that are the same for everybody within a minute and between two publications. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SharedAnswers } from '../platform/index.ts';
import type { Government } from '../standard/index.ts';
import { accentCss } from '../ui/index.ts';
import type { Accent } from '../ui/index.ts';
import type { WebContext } from './context.ts';
import { HTML, renderPage, sendPage, siteFor } from './layout.ts';
import type { PageContent } from './layout.ts';

/** Nobody is signed in on a page for everybody. */
type SharedContent = Omit<PageContent, 'government' | 'session' | 'variant'>;

/** Which page it is. */
interface SharedPlace {
  /** Its address, as our own links write it. */
  readonly path: string;
  readonly government: Government | null;
}

const MINUTE_MS = 60_000;

/**
 * Sends pages that hold nothing of the caller but the language. Deadlines shown on them move by the minute; definitions move
 * when something is published.
 */
export class SharedPages {
  readonly #context: WebContext;
  readonly #answers = new SharedAnswers();

  constructor(context: WebContext) {
    this.#context = context;
  }

  /** The page at a place; `content` is asked for only when the page is not known. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { path, government }: SharedPlace,
    content: () => SharedContent,
  ): Promise<FastifyReply> {
    const { lang } = request;
    const whole = (): PageContent => ({ government, ...content() });
    // An address written otherwise is repeated in the link to the other language; such a page is nobody else's.
    if (!isAt(request, path)) return sendPage(this.#context, request, reply, whole());
    reply.type(HTML).allowStyle(hashOf(siteFor(government, lang).accent));
    const made = { name: `${lang} ${path}`, age: this.#age() };
    return this.#answers.send(request, reply, made, () => renderPage(this.#context, request, whole(), null));
  }

  #age(): string {
    const { catalogue, clock } = this.#context;
    return `${Math.floor(clock.now().epochMilliseconds / MINUTE_MS)} ${catalogue.stamp}`;
  }
}

const isAt = ({ url, lang }: FastifyRequest, path: string): boolean =>
  url === path || url === `${path}?lang=${lang}`;

const hashes = new WeakMap<Accent, string>();

/** The hash by which the policy permits the one style that stands in the page itself. */
function hashOf(accent: Accent): string {
  const hash = hashes.get(accent) ?? createHash('sha256').update(accentCss(accent)).digest('base64');
  hashes.set(accent, hash);
  return hash;
}
