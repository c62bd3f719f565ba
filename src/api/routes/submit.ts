/** Asking for a service. */
import type { FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { takeOrRefuse } from '../../platform/index.ts';
import { beginSubmission, submitRequest } from '../../request/index.ts';
import type { Submission, Submitted, UploadedFile } from '../../request/index.ts';
import { countRequest, takeRoom } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { anyone } from '../access.ts';
import { withUpload } from '../files.ts';
import { readInput, readJson } from '../input.ts';
import { route } from '../route.ts';
import type { ApiRoute } from '../route.ts';
import { Receipt, SubmissionBody, SubmissionForm } from '../schemas/requests.ts';
import { ofService } from './catalogue.ts';
import { idempotencyHeaders, idempotencyKeyOf } from './idempotency.ts';

export const submitRoutes: readonly ApiRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/governments/{government}/services/{service}/requests',
    id: 'submitRequest',
    tag: 'requests',
    summary: { id: 'Mengajukan permohonan', en: 'Ask for a service' },
    description:
      'JSON where the service asks for no file, else multipart. A service with `atCounter` is asked for at the counter, not here: `only-at-counter`. A repetition with the same Idempotency-Key and the same content gives the first answer again and makes no second request.',
    params: ofService,
    headers: idempotencyHeaders,
    body: { json: SubmissionBody, form: SubmissionForm },
    access: anyone,
    success: { 201: { description: 'Received; the promised time runs', schema: Receipt } },
    problems: [404, 409, 413],
    handle: async ({ context, params, request, reply, body }) => {
      const government = context.catalogue.government(params.government).id;
      context.catalogue.service(government, params.service);
      await takeOrRefuse(context.limiters.submit, request.site);
      const at: Submitting = {
        context,
        request,
        government,
        service: params.service,
        submission: beginSubmission(context),
        idempotencyKey: idempotencyKeyOf(request),
      };
      const submitted = body ? await submit(at, body.answers, []) : await submitUpload(at);
      const { fresh, ...receipt } = submitted;
      if (!fresh) reply.header('idempotency-replayed', 'true');
      reply.code(201).header('location', `/api/v1/requests/${receipt.number}`);
      return receipt;
    },
  }),
];

interface Submitting {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly government: string;
  readonly service: string;
  readonly submission: Submission;
  readonly idempotencyKey: string | null;
}

async function submit(
  { context, request, ...at }: Submitting,
  answers: Readonly<Record<string, unknown>>,
  files: readonly UploadedFile[],
): Promise<Submitted> {
  const service = context.catalogue.service(at.government, at.service).value;
  return submitRequest(context, {
    ...at,
    answers,
    files,
    mode: 'api',
    channel: 'api',
    lang: request.lang,
    admit: async () => {
      if (files.length > 0) await takeRoom(context, request, sizeOf(files));
      await countRequest(context, { government: at.government, service, answers, site: request.site });
    },
  });
}

const sizeOf = (files: readonly UploadedFile[]): number => files.reduce((sum, { size }) => sum + size, 0);

async function submitUpload(at: Submitting): Promise<Submitted> {
  const place = { ...at.submission, government: at.government };
  const { submitted } = await withUpload(at.context, at.request, place, async ({ fields, files }) => {
    const { answers, ...others } = fields;
    refuseOthers(Object.keys(others));
    if (typeof answers !== 'string') throw answersMissing();
    const submitted = await submit(
      at,
      readInput(SubmissionBody, { answers: readJson(answers, 'answers') }).answers,
      files,
    );
    return { submitted, kept: submitted.fresh };
  });
  return submitted;
}

/** A field that nobody reads is a mistake to be told, not passed over: perhaps a file sent without its name. */
function refuseOthers(names: readonly string[]): void {
  if (names.length === 0) return;
  const words = {
    id: 'Hanya "answers" dan berkas persyaratan yang diterima; berkas perlu nama berkas.',
    en: 'Only "answers" and files of requirements are taken; a file needs a file name.',
  };
  throw new Fault(
    'invalid',
    'field-unknown',
    words,
    names.map((path) => ({ path, words })),
  );
}

function answersMissing(): Fault {
  const words = { id: 'Sertakan "answers" sekali, sebagai JSON.', en: 'Give "answers" once, as JSON.' };
  return new Fault('invalid', 'answers-missing', words, [{ path: 'answers', words }]);
}
