/** `/meja/surat-keluar`: the register of outgoing letters of the official's government. */
import type { FastifyInstance } from 'fastify';
import { listAwaitingSignature, listRegister, templates } from '../../product/index.ts';
import type { RegisterAsked, RegisterLine } from '../../product/index.ts';
import { mayOpenLetters, standpointsOn, todayIn } from '../../request/index.ts';
import type { Standpoint } from '../../request/index.ts';
import {
  bullets,
  button,
  buttonRow,
  emptyState,
  fieldRow,
  html,
  notice,
  numberField,
  pageHeading,
  pagination,
  queryForm,
  table,
  tag,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Lang, TagKind } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import { letterWords } from './words.ts';

const REGISTER = '/meja/surat-keluar';

export function addRegisterRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(REGISTER, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { government, standing } = desk.session;
    const { year } = todayIn(context.catalogue, government, context.clock.now());
    const { tahun, cari, halaman } = request.query;
    const asked: RegisterAsked = {
      year: typeof tahun === 'string' && /^\d{4}$/.test(tahun) ? Number(tahun) : year,
      find: typeof cari === 'string' ? cari.trim().slice(0, 80) : '',
      page: typeof halaman === 'string' && /^[1-9]\d{0,3}$/.test(halaman) ? Number(halaman) : 1,
    };
    const viewer = { government, viewer: standing.official };
    const [{ lines, more }, waiting] = await Promise.all([
      listRegister(context.database, viewer, asked),
      listAwaitingSignature(context.database, government, standing),
    ]);
    const numbers = [...new Set([...lines, ...waiting].map((line) => line.request))];
    const open = await context.database.transaction(viewer, (tx) =>
      standpointsOn(tx, context, standing, { government, numbers }),
    );
    return sendDesk(desk, {
      title: letterWords[request.lang].registerTitle,
      main: [
        heading(request.lang),
        waitingFor(
          waiting.filter((line) => opens(line, open)),
          request.lang,
        ),
        registerPage(
          { lines: lines.filter((line) => mayBeTold(line, open, asked)), more },
          open,
          asked,
          request.lang,
        ),
      ],
    });
  });
}

/** What the reader is to each request on the page that they may open. */
type Standpoints = ReadonlyMap<string, Standpoint>;

/** Auditors and those who oversee a service open its requests and not the letters: their number is plain text to them. */
const opens = ({ request }: RegisterLine, open: Standpoints): boolean =>
  mayOpenLetters(open.get(request) ?? null);

/** Whoever looks for a request that is not theirs to open does not learn which letter belongs to it. */
const mayBeTold = ({ number, request }: RegisterLine, open: Standpoints, { find }: RegisterAsked): boolean =>
  open.has(request) || number.toLowerCase().includes(find.toLowerCase());

const marks: Readonly<Record<RegisterLine['state'], TagKind>> = {
  numbered: 'waiting',
  signed: 'ok',
  void: 'plain',
};

const heading = (lang: Lang): Content =>
  pageHeading({ title: letterWords[lang].registerTitle, lead: letterWords[lang].registerLead });

/** Whoever signs finds here what waits for them. */
function waitingFor(mine: readonly RegisterLine[], lang: Lang): Content {
  if (mine.length === 0) return null;
  const words = letterWords[lang];
  return notice({
    lang,
    kind: 'info',
    title: words.waitForYou(mine.length),
    children: bullets(
      mine.map(
        ({ request, id, number, template }) =>
          html`<a href="/meja/permohonan/${request}/surat/${id}">${number}</a>: ${templates[template].title[lang]}`,
      ),
    ),
  });
}

const pageHref = ({ year, find }: RegisterAsked, page: number): string =>
  `${REGISTER}?${new URLSearchParams({ tahun: String(year), cari: find, halaman: String(page) }).toString()}`;

/** Everybody of the office sees that a number was used; only who may open the request sees its name. */
function registerPage(
  { lines, more }: { readonly lines: readonly RegisterLine[]; readonly more: boolean },
  open: Standpoints,
  asked: RegisterAsked,
  lang: Lang,
): Content {
  const { year, find, page } = asked;
  const words = letterWords[lang];
  const columns: readonly Column<RegisterLine>[] = [
    {
      label: words.numberLabel,
      names: true,
      cell: (line) => {
        if (!opens(line, open)) return line.number;
        return html`<a href="/meja/permohonan/${line.request}/surat/${line.id}">${line.number}</a>`;
      },
    },
    { label: words.date, cell: ({ dated }) => formatDate(dated, lang) },
    { label: words.kind, cell: ({ template }) => templates[template].title[lang] },
    { label: words.request, cell: ({ request }) => (open.has(request) ? request : '–') },
    { label: words.status, cell: ({ state }) => tag({ kind: marks[state], label: words.state[state] }) },
  ];
  return [
    queryForm({
      action: REGISTER,
      children: [
        fieldRow(
          numberField({ lang, name: 'tahun', label: words.year, value: String(year), width: 'short' }),
          textField({ lang, name: 'cari', label: words.find, value: find, width: 'long' }),
        ),
        buttonRow(button({ label: words.show, kind: 'quiet' })),
      ],
    }),
    lines.length === 0
      ? emptyState({ title: words.registerNone, text: words.registerNoneHint })
      : table<RegisterLine>({ caption: words.registerTitle, columns, groups: [{ rows: lines }] }),
    pagination({
      lang,
      nextHref: more ? pageHref(asked, page + 1) : null,
      summary: page > 1 && html`<a href="${pageHref(asked, 1)}">${words.newest}</a>`,
    }),
  ];
}
