/** `/verifikasi` and `/verifikasi/{code}`: everybody checks a letter, by its code or by its file. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { readMultipart, takeOrRefuse } from '../../platform/index.ts';
import { checkFile, findPublicLetter, findShownName } from '../../product/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { verifyWords } from '../words/verify.ts';
import { VERIFY, verifyPage } from './page.ts';
import type { VerifyPage } from './page.ts';

interface OfCode {
  readonly Params: { readonly code?: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const INVALID = 422;

/** A code as people type it: any case, with or without dashes; O, I and L are the digits they look like. */
const tidy = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .slice(0, 40);

export function addVerifyRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfCode>(VERIFY, async (request, reply) => {
    const { kode } = request.query;
    if (typeof kode === 'string' && tidy(kode) !== '') return reply.redirect(`${VERIFY}/${tidy(kode)}`, 303);
    return show(context, request, reply, {});
  });
  server.get<OfCode>(`${VERIFY}/:code`, async (request, reply) => {
    const code = tidy(request.params.code ?? '');
    const letter = await findPublicLetter(context.database, { code });
    reply.code(letter ? 200 : 404);
    return show(context, request, reply, { code, letter });
  });
  for (const path of [VERIFY, `${VERIFY}/:code`]) {
    server.post<OfCode>(path, { config: { multipart: true } }, async (request, reply) =>
      check(context, request, reply, request.params.code === undefined ? null : tidy(request.params.code)),
    );
  }
}

async function check(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string | null,
): Promise<FastifyReply> {
  // Reading a file costs more than looking up a code: anybody may, nobody without end.
  await takeOrRefuse(context.limiters.check, request.network);
  const letter = code === null ? null : await findPublicLetter(context.database, { code });
  const file = await readFile(request);
  if (file instanceof Fault) {
    const faults = [{ path: 'berkas', words: file.words }];
    return show(context, request, reply.code(INVALID), { code, letter, faults });
  }
  const checked = await checkFile(context, file, letter ? letter.code : null);
  return show(context, request, reply, { code, letter, checked });
}

/** The file that was sent; a Fault of the field where there is none, or too much of it. */
async function readFile(request: FastifyRequest): Promise<Buffer | Fault> {
  const chunks: Buffer[] = [];
  try {
    await readMultipart(request, {
      limits: { files: 1 },
      onFile: async ({ content }) => {
        for await (const chunk of content) chunks.push(chunk);
      },
    });
  } catch (error) {
    if (error instanceof Fault && error.code === 'file-too-large') return error;
    throw error;
  }
  const words = { id: verifyWords.id.choose, en: verifyWords.en.choose };
  return chunks.length > 0 ? Buffer.concat(chunks) : new Fault('invalid', 'file-missing', words);
}

async function show(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Partial<VerifyPage>,
): Promise<FastifyReply> {
  const { lang } = request;
  const letter = given.checked?.letter ?? given.letter ?? null;
  return sendPage(context, request, reply, {
    government: null,
    title: verifyWords[lang].title,
    main: verifyPage({
      lang,
      csrf: request.csrfToken(),
      code: null,
      letter: null,
      checked: null,
      name: letter && (await findShownName(context, letter)),
      faults: [],
      governmentName: (id) => context.catalogue.government(id).name,
      ...given,
    }),
    indexed: false,
  });
}
