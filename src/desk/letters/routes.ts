/** Letters of a request: begun, written, numbered, signed, declared void; and their files. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { formFields } from '../../platform/index.ts';
import {
  beginLetter,
  discardDraft,
  draftMark,
  findBsre,
  issueByHand,
  issueForTrial,
  issueThroughBsre,
  letterPdf,
  numberLetter,
  readLetter,
  saveDraft,
  sheetPdf,
  signs,
  templateIds,
  voidLetter,
} from '../../product/index.ts';
import type { Draft, LetterAct } from '../../product/index.ts';
import { narrow, pageHeading } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { sendMadeFile } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { keepingTyped } from '../held/index.ts';
import { numberOf } from '../show-request.ts';
import { answerErased } from './erased-letter.ts';
import { SIGNER_NIK } from './letter-act.ts';
import type { LetterPage } from './letter-act.ts';
import { draftIn, readPosted, seenIn, textIn, typedDraft } from './letter-form.ts';
import type { Posted } from './letter-form.ts';
import { letterPage, lostPart } from './letter-page.ts';
import { addRegisterRoutes } from './register-page.ts';
import { isDoneAlready } from './second-press.ts';
import { letterWords } from './words.ts';

interface OfLetter {
  readonly Params: { readonly number: string; readonly letter?: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const INVALID = 422;
const NOT_FOUND = 404;
const CONFLICT = 409;
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
    const [act, id] = [actOf(desk, request.params.number), request.params.letter ?? ''] as const;
    return (await answerErased(desk, act, id)) ?? showLetter(desk, act, id);
  });
  const written = { config: { multipart: true }, errorHandler: keepingTyped(context) };
  server.post<OfLetter>(`${base}/:letter`, written, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const [act, id] = [actOf(desk, request.params.number), request.params.letter ?? ''] as const;
    return (await answerErased(desk, act, id)) ?? carryOut(desk, act, id);
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
  readonly draft?: Draft | null;
  /** The mark of the draft that they saw, where it is not the one that is kept now. */
  readonly seen?: string | undefined;
  readonly nik?: string;
  /** What was typed into a draft that is none any more, and why it was not kept. */
  readonly lost?: LetterPage['lost'];
}

/** The mark of the draft that they know. A press may have kept what they typed, and failed at what came after: that they know too. */
function knownMark(kept: Draft, { draft, seen }: Returned): string {
  const mark = draftMark(kept);
  return draft && draftMark(draft) === mark ? mark : (seen ?? mark);
}

async function showLetter(
  desk: Desk,
  act: LetterAct,
  id: string,
  returned: Returned = { status: 200, faults: [] },
): Promise<FastifyReply> {
  const { status, faults, draft, nik = '', lost = null } = returned;
  const { context, request, session } = desk;
  const opened = await readLetter(context, act, id);
  const { letter } = opened;
  const { lang } = request;
  return sendDesk(desk, {
    title: `${letterWords[lang].panel} · ${act.number}`,
    main: letterPage({
      lang,
      csrf: request.csrfToken(),
      number: act.number,
      ...opened,
      letter: draft && letter.state === 'draft' ? { ...letter, draft } : letter,
      seen: knownMark(letter.draft, returned),
      organisation: context.catalogue.organisation(session.government),
      mine: signs(session.standing, letter),
      trial: context.demo,
      bsre: letter.state === 'numbered' && (await findBsre(context, act.government)) !== null,
      nik,
      faults,
      lost,
    }),
    crumbs: [{ label: act.number, href: `/meja/permohonan/${act.number}#surat` }],
    status,
  });
}

/** A colleague threw the draft away meanwhile: what was typed stands alone. */
function showLost(desk: Desk, { number }: LetterAct, lost: LetterPage['lost']): FastifyReply {
  const { lang } = desk.request;
  const title = letterWords[lang].panel;
  return sendDesk(desk, {
    title: `${title} · ${number}`,
    main: narrow([pageHeading({ title }), lostPart({ lang, lost })]),
    crumbs: [{ label: number, href: `/meja/permohonan/${number}#surat` }],
    status: NOT_FOUND,
  });
}

const scanMissing = (): Fault => {
  const words = { id: 'Pilih pindaian suratnya.', en: 'Choose the scan of the letter.' };
  return new Fault('invalid', 'scan-missing', words, [{ path: 'scan', words }]);
};

type Doing = (context: WebContext, act: LetterAct, id: string, posted: Posted) => Promise<unknown>;

const actions: Readonly<Record<string, Doing>> = {
  save: (context, act, id, { fields }) => saveDraft(context, act, id, draftIn(fields), seenIn(fields)),
  number: async (context, act, id, { fields }) => {
    const typed = typedDraft(fields);
    // What stands in the form gets the number, not what was kept before it was typed.
    if (typed) await saveDraft(context, act, id, typed, seenIn(fields));
    await numberLetter(context, act, id, typed ? draftMark(typed) : seenIn(fields));
  },
  discard: (context, act, id, { fields }) => discardDraft(context, act, id, seenIn(fields)),
  bsre: (context, act, id, { fields }) => {
    const typed = { nik: textIn(fields, SIGNER_NIK), passphrase: textIn(fields, 'passphrase') };
    return issueThroughBsre(context, act, id, typed, AbortSignal.timeout(SIGNING_MS));
  },
  trial: (context, act, id, { fields }) => issueForTrial(context, act, id, textIn(fields, 'passphrase')),
  void: (context, act, id, { fields }) => voidLetter(context, act, id, textIn(fields, 'reason')),
  'by-hand': async (context, act, id, { scan }) => {
    if (!scan || scan.length === 0) throw scanMissing();
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

/** Fields that the page calls otherwise than the fault does. */
const onPage: Readonly<Record<string, string>> = { nik: SIGNER_NIK };

/** What can be put right in the form; BSrE being away and a colleague's change too, since nothing typed may be lost by them. */
const isAnswered = ({ kind, code }: Fault, action: string): boolean =>
  kind === 'invalid' ||
  kind === 'unsupported-media' ||
  code === 'draft-changed' ||
  (kind === 'unavailable' && action === 'bsre');

const answerStatus: Readonly<Partial<Record<Fault['kind'], number>>> = {
  unavailable: UNAVAILABLE,
  conflict: CONFLICT,
};

function faultsOf({ code, words, fields }: Fault, action: string): readonly FieldFault[] {
  const field = fieldOf[action] ?? 'body';
  const path = action === 'bsre' && aboutNik.includes(code) ? SIGNER_NIK : field;
  return fields.length === 0
    ? [{ path, words }]
    : fields.map((one) => ({ ...one, path: onPage[one.path] ?? (one.path || path) }));
}

/** The page that a fault leads back to, with what was typed. */
const returnedBy = (fault: Fault, action: string, fields: PostedForm): Returned => ({
  status: answerStatus[fault.kind] ?? INVALID,
  faults: faultsOf(fault, action),
  draft: typedDraft(fields),
  // Told of a colleague's change they have seen it; told of anything else they have not.
  ...(fault.code === 'draft-changed' ? {} : { seen: seenIn(fields) }),
  ...(action === 'bsre' ? { nik: textIn(fields, SIGNER_NIK).slice(0, 40) } : {}),
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
    const { scan } = posted;
    const draft = typedDraft(posted.fields);
    if (!(await isDoneAlready(context, act, id, { fault: error, action, scan, draft }))) {
      if (!draft) throw error;
      const lost = { draft, words: error.words };
      if (error.code === 'letter-not-found') return showLost(desk, act, lost);
      if (error.code !== 'letter-moved') throw error;
      return showLetter(desk, act, id, { status: CONFLICT, faults: [], lost });
    }
  }
  const request = `/meja/permohonan/${act.number}`;
  return reply.redirect(action === 'discard' ? `${request}#surat` : `${request}/surat/${id}`, 303);
}
