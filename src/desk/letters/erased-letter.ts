/** What is left of a letter once the data of its request were erased: its number, and that it can be declared void. */
import type { FastifyReply } from 'fastify';
import { findErasedLetter, templates, voidLetter } from '../../product/index.ts';
import type { ErasedLetter, LetterAct } from '../../product/index.ts';
import {
  button,
  buttonRow,
  folded,
  form,
  hiddenField,
  html,
  narrow,
  pageHeading,
  pairs,
} from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { pageWords } from '../words.ts';
import { readPosted, textIn } from './letter-form.ts';
import { letterWords } from './words.ts';

const addressOf = ({ number }: LetterAct, id: string): string => `/meja/permohonan/${number}/surat/${id}`;

/** Answers for a letter whose request was erased; null for every other. A second press finds it void and shows that. */
export async function answerErased(desk: Desk, act: LetterAct, id: string): Promise<FastifyReply | null> {
  const { context, request, reply } = desk;
  const letter = await findErasedLetter(context, act, id);
  if (!letter) return null;
  if (request.method === 'POST') {
    const { fields } = await readPosted(desk);
    if (textIn(fields, 'action') === 'void' && letter.state !== 'void')
      await voidLetter(context, act, id, '');
    return reply.redirect(addressOf(act, id), 303);
  }
  return sendDesk(desk, {
    title: `${letterWords[request.lang].panel} · ${act.number}`,
    main: erasedPage(desk, letter, addressOf(act, id)),
    crumbs: [{ label: act.number, href: `/meja/permohonan/${act.number}` }],
    status: 200,
  });
}

function erasedPage({ request }: Desk, letter: ErasedLetter, address: string): Content {
  const { lang } = request;
  const words = letterWords[lang];
  const { template, state, number, dated, code } = letter;
  return narrow([
    pageHeading({ title: templates[template].title[lang], lead: words.state[state] }),
    html`<p>${pageWords[lang].request.erased}</p>`,
    pairs([
      { term: words.numberLabel, value: number },
      { term: words.date, value: formatDate(dated, lang) },
      { term: words.verify, value: html`<a href="/verifikasi/${code}">/verifikasi/${code}</a>` },
    ]),
    state !== 'void' &&
      folded({
        summary: words.voiding,
        children: [
          html`<p>${words.voidText}</p>`,
          form({
            lang,
            csrf: request.csrfToken(),
            action: address,
            children: [
              hiddenField('action', 'void'),
              buttonRow(button({ label: words.voiding, kind: 'danger' })),
            ],
          }),
        ],
      }),
  ]);
}
