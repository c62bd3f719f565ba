/** `/meja/kelola/kalender/ubah/impor`: a year of holidays out of a table or a calendar file. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../../ground/index.ts';
import { readMultipart } from '../../../platform/index.ts';
import { readHolidays, yearEdits } from '../../../standard/index.ts';
import type { LineFault } from '../../../standard/index.ts';
import type { Content, PostedForm } from '../../../ui/index.ts';
import type { WebContext } from '../../../web/index.ts';
import type { Desk } from '../../desk-page.ts';
import { openToChange } from '../admin-desk.ts';
import { typedText } from '../official-input.ts';
import { EDIT, IMPORT } from './addresses.ts';
import { changeDraft } from './draft.ts';
import { sendPart } from './edit-routes.ts';
import { importPage, IMPORTED, MODES } from './import-page.ts';
import { DAY, fault, kindOf } from './input.ts';
import type { PartPage } from './part-pages.ts';
import { editWords } from './words.ts';

/** A year of holidays has five kilobytes. */
const MOST_BYTES = 500_000;

export function addCalendarImportRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(IMPORT, async (request, reply) =>
    show(await openToChange(context, request, reply), {
      typed: { [IMPORTED.kind]: 'national-holiday' },
      text: '',
      faults: [],
      lineFaults: [],
    }),
  );
  server.post(IMPORT, { config: { multipart: true } }, async (request, reply) =>
    takeIn(await openToChange(context, request, reply)),
  );
}

interface Shown {
  readonly typed: PostedForm;
  readonly text: string;
  readonly faults: readonly FieldFault[];
  readonly lineFaults: readonly LineFault[];
}

function show(desk: Desk, { typed, text, faults, lineFaults }: Shown): FastifyReply {
  const title = editWords[desk.request.lang].importTitle;
  const refused = faults.length + lineFaults.length > 0;
  const page = (props: PartPage): Content => importPage({ ...props, text, lineFaults });
  return sendPart(desk, title, page, { typed, faults, instead: {} }, refused);
}

/** What was posted, and the text that was pasted or the file that was chosen instead. */
async function posted({ request }: Desk): Promise<{ readonly typed: PostedForm; readonly text: string }> {
  const chunks: Buffer[] = [];
  const typed = await readMultipart(request, {
    limits: { files: 1, fileBytes: MOST_BYTES, fieldBytes: MOST_BYTES },
    onFile: async ({ content }) => {
      for await (const chunk of content) chunks.push(chunk);
    },
  });
  const uploaded = Buffer.concat(chunks).toString('utf8');
  const pasted = typed[IMPORTED.text];
  return { typed, text: uploaded.trim() === '' && typeof pasted === 'string' ? pasted : uploaded };
}

async function takeIn(desk: Desk): Promise<FastifyReply> {
  const { typed, text } = await posted(desk);
  const again = (faults: readonly FieldFault[], lineFaults: readonly LineFault[] = []): FastifyReply =>
    show(desk, { typed, text, faults, lineFaults });
  if (text.trim() === '') return again([fault(IMPORTED.text, (words) => words.empty)]);
  const decree = typedText(typed, DAY.decree) || null;
  const read = readHolidays(text, {
    kind: kindOf(typed, IMPORTED.kind) ?? 'national-holiday',
    decree,
    confirmed: typedText(typed, DAY.compared) !== '',
  });
  if (!read.ok) return again([], read.faults);
  const addsOnly = typedText(typed, IMPORTED.mode) === MODES[1];
  const edits = addsOnly ? [{ type: 'add-days', days: read.days } as const] : yearEdits(read.days);
  const result = await changeDraft(desk, edits);
  if (!result.ok) return again(result.fault.fields.map(({ words }) => ({ path: IMPORTED.text, words })));
  const done = new URLSearchParams({
    hasil: 'imported',
    hari: String(read.days.length),
    lewat: String(read.leftOut.length),
    tahun: read.days[0]?.date.slice(0, 4) ?? '',
  });
  return desk.reply.redirect(`${EDIT}?${done.toString()}`, 303);
}
