/** Letters of a request: begun, written, numbered, signed, declared void; and their files. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { formFields, readMultipart } from '../../platform/index.ts';
import {
  beginLetter,
  discardDraft,
  findBsre,
  issueByHand,
  issueForTrial,
  issueThroughBsre,
  letterPdf,
  natures,
  numberLetter,
  readLetter,
  saveDraft,
  sheetPdf,
  signs,
  templateIds,
  voidLetter,
} from '../../product/index.ts';
import type { Draft, LetterAct } from '../../product/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { sendMadeFile } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { numberOf } from '../show-request.ts';
import { letterPage } from './letter-page.ts';
import { addRegisterRoutes } from './register-page.ts';
import { isDoneAlready } from './second-press.ts';
import { letterWords } from './words.ts';

interface OfLetter {
  readonly Params: { readonly number: string; readonly letter?: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** What was posted to a letter's page. */
interface Posted {
  readonly fields: PostedForm;
  readonly scan: { readonly fileName: string; readonly content: Buffer } | null;
}

const INVALID = 422;
const UNAVAILABLE = 503;

/** A signature through BSrE may take this long, its retries included; a proxy before the portal waits longer (docs/running.md). */
const SIGNING_MS = 60_000;

const actOf = ({ session }: Desk, number: string): LetterAct => ({
  government: session.government,
  number: numberOf(number),
  actor: session.standing,
});

const templateOf = (given: unknown): (typeof templateIds)[number] => {
  const found = templateIds.find((id) => id === given);
  if (!found)
    throw new Fault('not-found', 'template-unknown', {
      id: 'Jenis surat tidak dikenal.',
      en: 'Unknown kind of letter.',
    });
  return found;
};

export function addLetterRoutes(server: FastifyInstance, context: WebContext): void {
  const base = '/meja/permohonan/:number/surat';
  addRegisterRoutes(server, context);
  server.post<OfLetter>(base, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const act = actOf(desk, request.params.number);
    const id = await beginLetter(context, act, templateOf(formFields(request)['template']));
    return reply.redirect(`/meja/permohonan/${act.number}/surat/${id}`, 303);
  });
  server.get<OfLetter>(`${base}/:letter`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return showLetter(desk, actOf(desk, request.params.number), request.params.letter ?? '');
  });
  server.post<OfLetter>(`${base}/:letter`, { config: { multipart: true } }, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return carryOut(desk, actOf(desk, request.params.number), request.params.letter ?? '');
  });
  server.get<OfLetter>(`${base}/:letter/surat.pdf`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const act = actOf(desk, request.params.number);
    const lang = request.query['bahasa'] === 'en' ? 'en' : 'id';
    const bytes = await letterPdf(context, act, request.params.letter ?? '', lang);
    return sendMadeFile(reply, { name: `surat-${act.number}.pdf`, type: 'application/pdf', bytes });
  });
  server.get<OfLetter>(`${base}/cetak/:letter.pdf`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const act = actOf(desk, request.params.number);
    const template = templateOf(request.params.letter);
    const bytes = await sheetPdf(context, act, template, request.lang);
    return sendMadeFile(reply, { name: `${template}-${act.number}.pdf`, type: 'application/pdf', bytes });
  });
}

/** A page that comes back: what is wrong, and what was typed. A passphrase never comes back. */
interface Returned {
  readonly status: number;
  readonly faults: readonly FieldFault[];
  readonly draft?: Draft;
  readonly nik?: string;
}

async function showLetter(
  desk: Desk,
  act: LetterAct,
  id: string,
  { status, faults, draft, nik = '' }: Returned = { status: 200, faults: [] },
): Promise<FastifyReply> {
  const { context, request, session } = desk;
  const { letter, posts } = await readLetter(context, act, id);
  const { lang } = request;
  return sendDesk(desk, {
    title: `${letterWords[lang].panel} · ${act.number}`,
    main: letterPage({
      lang,
      csrf: request.csrfToken(),
      number: act.number,
      letter: draft && letter.state === 'draft' ? { ...letter, draft } : letter,
      posts,
      organisation: context.catalogue.organisation(session.government),
      mine: signs(session.standing, letter),
      trial: context.demo,
      bsre: letter.state === 'numbered' && (await findBsre(context, act.government)) !== null,
      nik,
      faults,
    }),
    crumbs: [{ label: act.number, href: `/meja/permohonan/${act.number}#surat` }],
    status,
  });
}

async function readPosted({ request }: Desk): Promise<Posted> {
  if (!request.isMultipart()) return { fields: formFields(request), scan: null };
  let scan: Posted['scan'] = null;
  const fields = await readMultipart(request, {
    limits: { files: 1 },
    onFile: async ({ fileName, content }) => {
      const chunks: Buffer[] = [];
      for await (const chunk of content) chunks.push(chunk);
      scan = { fileName, content: Buffer.concat(chunks) };
    },
  });
  return { fields, scan };
}

const textIn = (fields: PostedForm, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

function draftIn(fields: PostedForm): Draft {
  return {
    body: textIn(fields, 'body').trim(),
    nature: natures.find((nature) => nature === fields['nature']) ?? 'biasa',
    attachments: Number(textIn(fields, 'attachments')),
    copies: textIn(fields, 'copies')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    post: textIn(fields, 'post'),
  };
}

const scanMissing = (): Fault => {
  const words = { id: 'Pilih pindaian suratnya.', en: 'Choose the scan of the letter.' };
  return new Fault('invalid', 'scan-missing', words, [{ path: 'scan', words }]);
};

type Doing = (context: WebContext, act: LetterAct, id: string, posted: Posted) => Promise<unknown>;

const actions: Readonly<Record<string, Doing>> = {
  save: (context, act, id, { fields }) => saveDraft(context, act, id, draftIn(fields)),
  number: (context, act, id) => numberLetter(context, act, id),
  discard: (context, act, id) => discardDraft(context, act, id),
  bsre: (context, act, id, { fields }) => {
    const typed = { nik: textIn(fields, 'nik'), passphrase: textIn(fields, 'passphrase') };
    return issueThroughBsre(context, act, id, typed, AbortSignal.timeout(SIGNING_MS));
  },
  trial: (context, act, id, { fields }) => issueForTrial(context, act, id, textIn(fields, 'passphrase')),
  void: (context, act, id, { fields }) => voidLetter(context, act, id, textIn(fields, 'reason')),
  'by-hand': async (context, act, id, { scan }) => {
    if (!scan || scan.content.length === 0) throw scanMissing();
    await issueByHand(context, act, id, scan);
  },
};

/** Which field a fault without one belongs to, so that the page comes back with everything typed. */
const fieldOf: Readonly<Record<string, string>> = {
  bsre: 'passphrase',
  trial: 'passphrase',
  'by-hand': 'scan',
  void: 'reason',
  save: 'body',
};

/** Faults of BSrE about who signs; its others stand at the passphrase, which has to be typed again. */
const aboutNik: readonly string[] = ['bsre-not-registered', 'certificate-not-active'];

/** What can be put right in the form; BSrE being away too, since nothing typed may be lost by it. */
const isAnswered = ({ kind }: Fault, action: string): boolean =>
  kind === 'invalid' || kind === 'unsupported-media' || (kind === 'unavailable' && action === 'bsre');

function faultsOf({ code, words, fields }: Fault, action: string): readonly FieldFault[] {
  const field = fieldOf[action] ?? 'body';
  const path = action === 'bsre' && aboutNik.includes(code) ? 'nik' : field;
  return fields.length === 0 ? [{ path, words }] : fields.map((one) => ({ ...one, path: one.path || path }));
}

/** The page that a fault leads back to, with what was typed. */
const returnedBy = (fault: Fault, action: string, fields: PostedForm): Returned => ({
  status: fault.kind === 'unavailable' ? UNAVAILABLE : INVALID,
  faults: faultsOf(fault, action),
  ...(action === 'save' ? { draft: draftIn(fields) } : {}),
  ...(action === 'bsre' ? { nik: textIn(fields, 'nik').slice(0, 40) } : {}),
});

async function carryOut(desk: Desk, act: LetterAct, id: string): Promise<FastifyReply> {
  const { context, reply } = desk;
  const posted = await readPosted(desk);
  const action = textIn(posted.fields, 'action');
  const doing = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!doing) return showLetter(desk, act, id);
  try {
    await doing(context, act, id, posted);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (isAnswered(error, action)) return showLetter(desk, act, id, returnedBy(error, action, posted.fields));
    const scan = posted.scan?.content ?? null;
    if (!(await isDoneAlready(context, act, id, { fault: error, action, scan }))) throw error;
  }
  const request = `/meja/permohonan/${act.number}`;
  return reply.redirect(action === 'discard' ? `${request}#surat` : `${request}/surat/${id}`, 303);
}
