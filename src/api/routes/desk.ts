/** What officials do, by programs of theirs: the same queue, the same rules, the same journal as on the desk. */
import { z } from 'zod';
import { readRequestNumber } from '../../platform/index.ts';
import {
  actAsOfficial,
  findOrderExample,
  listQueue,
  openFileForDesk,
  readForDesk,
  requestNotFound,
} from '../../request/index.ts';
import type { QueueName } from '../../request/index.ts';
import { sendFile } from '../../web/index.ts';
import { bearer } from '../access.ts';
import { presentForDesk, presentRow } from '../present/request.ts';
import { route } from '../route.ts';
import type { ApiRoute } from '../route.ts';
import { RequestNumber } from '../schemas/common.ts';
import { ActionBody, DeskList, DeskRequest } from '../schemas/desk.ts';
import { Changed } from '../schemas/requests.ts';
import { idempotencyHeaders, idempotencyKeyOf } from './idempotency.ts';
import { changedBy } from './tracking.ts';

const ofRequest = z.strictObject({ number: RequestNumber });
const common = { tag: 'desk', access: bearer } as const;

/** One file of 10 MB as base64 within its JSON, and some. */
const ACTION_BYTES = 15 * 1024 * 1024;

const queues: Readonly<Record<'open' | 'mine' | 'returned' | 'closed', QueueName>> = {
  open: 'below',
  mine: 'mine',
  returned: 'returned',
  closed: 'done',
};

const queueQuery = z.object({
  state: z
    .enum(['open', 'mine', 'returned', 'closed'])
    .default('open')
    .describe(
      '"open": all that has not ended and that the caller may see; "mine": waits for the caller; "returned": waits for the applicant; "closed": has ended',
    ),
  order: z.literal('due').default('due').describe('The nearest deadline first'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional().describe('`next` of the page before'),
  q: z.string().max(200).optional().describe('Number, or words of name, subject or agency; one page only'),
});

/** The number as it is stored; what is no number belongs to no request. */
function numberFrom(text: string): string {
  const read = readRequestNumber(text);
  if (!read.ok) throw requestNotFound();
  return read.value.number;
}

const listRequests = route({
  ...common,
  method: 'GET',
  path: '/api/v1/desk/requests',
  id: 'listDeskRequests',
  summary: { id: 'Permohonan yang boleh dilihat pemegang token', en: 'Requests that the caller may see' },
  query: queueQuery,
  success: { 200: { description: 'A page of the queue', schema: DeskList } },
  handle: async ({ context, caller, query }) => {
    const { government, standing } = caller;
    const page = await listQueue(context, standing, government, {
      queue: queues[query.state],
      limit: query.limit,
      ...(query.q ? { text: query.q } : {}),
      ...(query.after ? { after: query.after } : {}),
    });
    return { items: page.rows.map((row) => presentRow(context, government, row)), next: page.next };
  },
});

const readRequest = route({
  ...common,
  method: 'GET',
  path: '/api/v1/desk/requests/{number}',
  id: 'readDeskRequest',
  summary: {
    id: 'Permohonan dengan jurnalnya dan tindakan yang terbuka bagi pemegang token',
    en: 'A request with its journal and the actions open to the caller',
  },
  params: ofRequest,
  success: { 200: { description: 'The request', schema: DeskRequest } },
  problems: [404],
  handle: async ({ context, caller, params, request }) => {
    const { government, standing } = caller;
    const view = await readForDesk(context, standing, government, numberFrom(params.number));
    const order = await findOrderExample(context, standing, view);
    return presentForDesk(context, view, order, request.lang);
  },
});

const act = route({
  ...common,
  method: 'POST',
  path: '/api/v1/desk/requests/{number}/actions',
  id: 'act',
  summary: {
    id: 'Melakukan salah satu tindakan yang terbuka',
    en: 'Do one of the actions open to the caller',
  },
  params: ofRequest,
  headers: idempotencyHeaders,
  body: { json: ActionBody, limit: ACTION_BYTES },
  success: { 200: { description: 'Done; the request as it stands now', schema: Changed } },
  problems: [404, 409, 413],
  handle: async ({ context, caller, params, body, request }) => {
    const { action = '', version = 0, ...input } = body ?? {};
    const idempotencyKey = idempotencyKeyOf(request);
    const acted = await actAsOfficial(context, {
      government: caller.government,
      number: numberFrom(params.number),
      actor: caller.standing,
      action,
      version,
      input,
      mode: 'api',
      ...(idempotencyKey === null ? {} : { idempotencyKey }),
    });
    return changedBy(acted);
  },
});

const downloadFile = route({
  ...common,
  method: 'GET',
  path: '/api/v1/desk/requests/{number}/files/{file}',
  id: 'downloadDeskFile',
  summary: {
    id: 'Berkas permohonan; pembukaan KTP dicatat dalam log akses',
    en: 'A file of a request; opening an identity card is written into the access log',
  },
  params: z.strictObject({ number: RequestNumber, file: z.uuid() }),
  success: { 200: { description: 'The file, as an attachment', schema: null } },
  problems: [404],
  handle: async ({ context, caller, params, reply }) => {
    const { government, standing } = caller;
    const number = numberFrom(params.number);
    return sendFile(
      context,
      reply,
      government,
      await openFileForDesk(context, standing, government, number, params.file),
    );
  },
});

export const deskRoutes: readonly ApiRoute[] = [listRequests, readRequest, act, downloadFile];
