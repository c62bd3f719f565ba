import type { FastifyInstance } from 'fastify';
import { Fault } from '../../ground/index.ts';
import {
  button,
  buttonRow,
  form,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  paragraphs,
  soft,
} from '../../ui/index.ts';
import type { Content, Html, Lang, PostedForm } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import { fieldsOf, findForm } from './held-form.ts';
import type { HeldForm } from './held-form.ts';
import { wasLeftHere } from './signed-out.ts';
import { heldWords } from './words.ts';

const heldGone = (): Fault =>
  new Fault('not-found', 'held-form-gone', { id: heldWords.id.gone, en: heldWords.en.gone });

/** `/meja/isian/:id`: a form that was sent without being signed in, to look at and send again. */
export function addHeldRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: { readonly id: string } }>('/meja/isian/:id', async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { government, standing } = desk.session;
    const who = { government, official: standing.official };
    const { id } = request.params;
    const held = await context.database.transaction({ government }, (tx) => findForm(tx, context, who, id));
    if (!held || !wasLeftHere(request, id)) throw heldGone();
    const { lang } = request;
    return sendDesk(desk, {
      title: heldWords[lang].title,
      main: heldPage({ lang, csrf: request.csrfToken(), held }),
    });
  });
}

interface HeldPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly held: HeldForm;
}

function heldPage({ lang, csrf, held }: HeldPage): Html {
  const words = heldWords[lang];
  return html`<div class="narrow">${[
    pageHeading({ title: words.title }),
    notice({
      lang,
      kind: 'success',
      title: words.back,
      children: html`<p>${words.backText}</p>`,
      announced: true,
    }),
    panel({ title: words.typed, children: typedTexts(held.fields, words.nothingTyped) }),
    html`<p>${soft(words.filesAgain)}</p>`,
    form({
      lang,
      csrf,
      action: held.place,
      children: [
        fieldsOf(held.fields).map(([name, value]) => hiddenField(name, value)),
        buttonRow(
          button({ label: words.send }),
          linkButton({ label: words.leave, href: '/meja', kind: 'quiet' }),
        ),
      ],
    }),
  ]}</div>`;
}

/** What a person wrote, without the values of buttons, boxes and hidden fields: those have no blank in them. */
function typedTexts(fields: PostedForm, none: string): Content {
  const texts = fieldsOf(fields).flatMap(([, value]) => (/\S\s+\S/u.test(value) ? [value] : []));
  return texts.length === 0 ? html`<p>${none}</p>` : texts.map((text) => paragraphs(text));
}
