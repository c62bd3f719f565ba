/** The demo's mailbox: messages that would have left by mail. There is none where mail leaves, or outside the demo. */
import type { FastifyInstance } from 'fastify';
import { Vault } from '../../request/index.ts';
import type { MessagePayload } from '../../request/index.ts';
import type { Government } from '../../standard/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { emptyState, html, pageHeading, pairs, panel } from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { aboutWords } from '../words/about.ts';

interface Mail extends MessagePayload {
  readonly government: Government;
  readonly timeZone: string;
  readonly at: Temporal.Instant;
}

/** Newest messages shown, of all governments together. */
const MOST = 50;

export function addMailboxRoutes(server: FastifyInstance, context: WebContext): void {
  if (!context.demo || context.mailLeaves) return;
  server.get('/peragaan/kotak-surat', async (request, reply) => {
    const { lang } = request;
    return sendPage(context, request, reply, {
      government: null,
      title: aboutWords[lang].mailbox.title,
      main: mailboxPage(await readMail(context), context.publicUrl, lang),
      indexed: false,
    });
  });
}

async function readMail(context: WebContext): Promise<readonly Mail[]> {
  const all: Mail[] = [];
  for (const government of context.catalogue.governments())
    all.push(...(await readMailOf(context, government)));
  return all.toSorted((left, right) => Temporal.Instant.compare(right.at, left.at)).slice(0, MOST);
}

async function readMailOf(context: WebContext, government: Government): Promise<readonly Mail[]> {
  const { timeZone } = context.catalogue.calendar(government.id).file;
  return context.database.transaction({ government: government.id }, async (tx) => {
    const rows = await tx
      .selectFrom('message')
      .select(['id', 'request', 'sealed', 'created_at'])
      .where('government', '=', government.id)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute();
    const mail: Mail[] = [];
    for (const row of rows) {
      const vault = await Vault.find(tx, context.keys, government.id, row.request);
      if (!vault) continue;
      const message = JSON.parse(vault.open(`message/${row.id}`, row.sealed).toString()) as MessagePayload;
      mail.push({ ...message, government, timeZone, at: row.created_at });
    }
    return mail;
  });
}

function mailboxPage(mail: readonly Mail[], publicUrl: string, lang: Lang): Html {
  const words = aboutWords[lang].mailbox;
  const heading = pageHeading({ title: words.title, lead: words.lead });
  if (mail.length === 0) return html`${heading}${emptyState({ title: words.empty, text: words.emptyText })}`;
  return html`${heading}${mail.map((one) =>
    panel({
      title: one.subject,
      children: html`${pairs([
        { term: words.to, value: one.to },
        { term: words.government, value: one.government.name },
        { term: words.at, value: formatInstant(one.at, one.timeZone, lang) },
      ])}<div class="prose">${one.text.split('\n').map((line) => html`${linked(line, publicUrl)}<br>`)}</div>`,
    }),
  )}`;
}

/** Our own addresses can be followed; they lead to the same page wherever the demo is reached. */
function linked(line: string, publicUrl: string): Content {
  if (!line.startsWith(`${publicUrl}/`)) return line;
  return html`<a href="${line.slice(publicUrl.length)}">${line}</a>`;
}
