/** `/meja/surat-keluar`: the register of outgoing letters of the official's government. */
import type { FastifyInstance } from 'fastify';
import { listRegister, templates } from '../../product/index.ts';
import type { RegisterLine } from '../../product/index.ts';
import { numbersOpenTo, todayIn } from '../../request/index.ts';
import {
  button,
  buttonRow,
  emptyState,
  html,
  numberField,
  pageHeading,
  queryForm,
  table,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import { letterWords } from './words.ts';

const REGISTER = '/meja/surat-keluar';

interface Asked {
  readonly year: number;
  readonly find: string;
}

export function addRegisterRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(REGISTER, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { government, standing } = desk.session;
    const { year } = todayIn(context.catalogue, government, context.clock.now());
    const { tahun, cari } = request.query;
    const asked: Asked = {
      year: typeof tahun === 'string' && /^\d{4}$/.test(tahun) ? Number(tahun) : year,
      find: typeof cari === 'string' ? cari.trim().slice(0, 80) : '',
    };
    const viewer = { government, viewer: standing.official };
    const lines = await listRegister(context.database, viewer, asked);
    const numbers = [...new Set(lines.map((line) => line.request))];
    const open = await context.database.transaction(viewer, (tx) =>
      numbersOpenTo(tx, context, standing, { government, numbers }),
    );
    return sendDesk(desk, {
      title: letterWords[request.lang].registerTitle,
      main: registerPage(lines, open, asked, request.lang),
    });
  });
}

/** Everybody of the office sees that a number was used; only who may open the request sees its name. */
function registerPage(
  lines: readonly RegisterLine[],
  open: ReadonlySet<string>,
  { year, find }: Asked,
  lang: Lang,
): Content {
  const words = letterWords[lang];
  const columns: readonly Column<RegisterLine>[] = [
    {
      label: words.numberLabel,
      names: true,
      cell: ({ number, request, id }) =>
        open.has(request) ? html`<a href="/meja/permohonan/${request}/surat/${id}">${number}</a>` : number,
    },
    { label: words.date, cell: ({ dated }) => formatDate(dated, lang) },
    { label: words.kind, cell: ({ template }) => templates[template].title[lang] },
    { label: words.request, cell: ({ request }) => (open.has(request) ? request : '–') },
    { label: words.status, cell: ({ state }) => words.state[state] },
  ];
  return [
    pageHeading({ title: words.registerTitle, lead: words.registerLead }),
    queryForm({
      action: REGISTER,
      children: [
        numberField({ lang, name: 'tahun', label: words.year, value: String(year), width: 'short' }),
        textField({ lang, name: 'cari', label: words.find, optional: true, value: find, width: 'long' }),
        buttonRow(button({ label: words.show, kind: 'quiet' })),
      ],
    }),
    lines.length === 0
      ? emptyState({ title: words.registerNone, text: words.registerNoneHint })
      : table<RegisterLine>({ caption: words.registerTitle, columns, groups: [{ rows: lines }] }),
  ];
}
