/** What an applicant does with the tracking key. */
import { z } from 'zod';
import type { Call } from '../route.ts';
import {
  openFileForApplicant,
  openSecret,
  openUpload,
  resubmit,
  trackRequest,
  withdraw,
  writeToOffice,
} from '../../request/index.ts';
import type { Acted, TrackingCredentials } from '../../request/index.ts';
import { takeOrRefuse } from '../../platform/index.ts';
import { sendFile } from '../../web/index.ts';
import { trackingKey } from '../access.ts';
import { withUpload } from '../files.ts';
import { readInput } from '../input.ts';
import { presentTracked } from '../present/request.ts';
import { route } from '../route.ts';
import type { ApiRoute } from '../route.ts';
import { RequestNumber } from '../schemas/common.ts';
import {
  Changed,
  MessageBody,
  OpenedSecret,
  ResubmissionBody,
  ResubmissionForm,
  TrackedRequest,
  WithdrawalBody,
} from '../schemas/requests.ts';

const ofRequest = z.strictObject({ number: RequestNumber });
const ofFile = z.strictObject({ number: RequestNumber, file: z.uuid() });
const ofSecret = z.strictObject({ number: RequestNumber, secret: z.uuid() });
const common = { tag: 'requests', access: trackingKey, problems: [404] } as const;
const changed = { description: 'Done; the request as it stands now', schema: Changed };

export const changedBy = ({ number, version, state }: Acted): z.infer<typeof Changed> => ({
  number,
  version,
  state: state.status,
});

const readRequest = route({
  ...common,
  method: 'GET',
  path: '/api/v1/requests/{number}',
  id: 'readRequest',
  summary: {
    id: 'Keadaan permohonan: menunggu siapa, sampai kapan, apa yang terjadi',
    en: 'Where a request stands: whom it waits for, until when, what happened',
  },
  params: ofRequest,
  success: { 200: { description: 'The request', schema: TrackedRequest } },
  handle: async ({ context, caller, request }) =>
    presentTracked(await trackRequest(context, caller), request.lang),
});

type ResubmissionCall = Call<
  { number: string },
  object,
  z.infer<typeof ResubmissionBody>,
  TrackingCredentials
>;

async function resubmitUpload({ context, request, caller }: ResubmissionCall): Promise<Acted> {
  const place = { ...(await openUpload(context, caller)), government: caller.government };
  const { acted } = await withUpload(context, request, place, async ({ fields, files }) => {
    const { version, ...rest } = fields;
    const read = readInput(ResubmissionBody, {
      ...rest,
      ...(version === undefined ? {} : { version: Number(version) }),
    });
    const acted = await resubmit(context, caller, { ...read, version: read.version ?? null, files });
    return { acted, kept: true };
  });
  return acted;
}

const resubmitRequest = route({
  ...common,
  method: 'POST',
  path: '/api/v1/requests/{number}/resubmissions',
  id: 'resubmitRequest',
  summary: {
    id: 'Melengkapi permohonan yang dikembalikan; waktunya berjalan lagi',
    en: 'Complete a request that was returned; the clock runs again',
  },
  params: ofRequest,
  body: { json: ResubmissionBody, form: ResubmissionForm },
  success: { 200: changed },
  problems: [404, 409, 413],
  handle: async (call) => {
    const { body, context, caller } = call;
    if (!body) return changedBy(await resubmitUpload(call));
    return changedBy(await resubmit(context, caller, { ...body, version: body.version ?? null, files: [] }));
  },
});

const withdrawRequest = route({
  ...common,
  method: 'POST',
  path: '/api/v1/requests/{number}/withdrawal',
  id: 'withdrawRequest',
  summary: { id: 'Menarik permohonan', en: 'Withdraw a request' },
  params: ofRequest,
  body: { json: WithdrawalBody, optional: true },
  success: { 200: changed },
  problems: [404, 409],
  handle: async ({ context, caller, body }) =>
    changedBy(await withdraw(context, caller, { ...body, version: body?.version ?? null })),
});

const writeMessage = route({
  ...common,
  method: 'POST',
  path: '/api/v1/requests/{number}/messages',
  id: 'writeMessage',
  summary: { id: 'Menulis kepada petugas permohonan', en: 'Write to the officials of a request' },
  params: ofRequest,
  body: { json: MessageBody },
  success: { 200: changed },
  problems: [404, 409],
  handle: async ({ context, caller, body }) => {
    await takeOrRefuse(context.limiters.message, caller.number);
    return changedBy(await writeToOffice(context, caller, body?.text ?? ''));
  },
});

const openOneTimeSecret = route({
  ...common,
  method: 'POST',
  path: '/api/v1/requests/{number}/secrets/{secret}',
  id: 'openSecret',
  summary: {
    id: 'Membuka rahasia sekali buka: tampil di jawaban ini, lalu dimusnahkan',
    en: 'Open a one-time secret: shown in this answer, then destroyed',
  },
  params: ofSecret,
  success: { 200: { description: 'The secret, this once', schema: OpenedSecret } },
  handle: async ({ context, caller, params }) => ({
    secret: await openSecret(context, caller, params.secret),
  }),
});

const downloadFile = route({
  ...common,
  method: 'GET',
  path: '/api/v1/requests/{number}/files/{file}',
  id: 'downloadFile',
  summary: {
    id: 'Berkas permohonan: milik pemohon, atau yang diserahkan kepadanya',
    en: 'A file of the request: your own, or one delivered to you',
  },
  params: ofFile,
  success: { 200: { description: 'The file, as an attachment', schema: null } },
  handle: async ({ context, caller, params, reply }) =>
    sendFile(context, reply, caller.government, await openFileForApplicant(context, caller, params.file)),
});

export const trackingRoutes: readonly ApiRoute[] = [
  readRequest,
  resubmitRequest,
  withdrawRequest,
  writeMessage,
  openOneTimeSecret,
  downloadFile,
];
