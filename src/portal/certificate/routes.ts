/** What the owner of a trial certificate does under their request: choose its passphrase, fetch it, try to sign. Demo only. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { formFields, takeOrRefuse } from '../../platform/index.ts';
import { signLetter } from '../../product/index.ts';
import { formWords } from '../../ui/index.ts';
import { sendMadeFile } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { askForKey, openTracked } from '../tracking/open-tracked.ts';
import type { OpenTracked, RequestParams, TrackedRequest } from '../tracking/open-tracked.ts';
import { sendTracked } from '../tracking/routes.ts';
import { certificateWords } from '../words/certificate.ts';
import { findOwned } from './owned.ts';
import type { OwnedCertificate } from './owned.ts';
import { ownersPage } from './page.ts';
import { readNewPassphrase } from './passphrase.ts';
import { CERTIFICATE_ROUTE, certificatePage, ownFile } from './paths.ts';
import { findFieldFaults, readSigningForm } from './signing-form.ts';

interface Owning {
  readonly open: OpenTracked;
  readonly owned: OwnedCertificate;
  readonly request: TrackedRequest;
  readonly reply: FastifyReply;
}

type Handler = (request: TrackedRequest, reply: FastifyReply) => Promise<FastifyReply>;

export function addCertificateRoutes(server: FastifyInstance, context: WebContext): void {
  if (!context.demo) return;
  const owning =
    (handle: (owning: Owning) => Promise<FastifyReply> | FastifyReply): Handler =>
    async (request, reply) => {
      const open = await openTracked(context, request);
      if (!open) return askForKey(request, reply);
      const owned = await findOwned(open);
      if (!owned) throw noCertificate();
      return handle({ open, owned, request, reply });
    };
  type Route = { Params: RequestParams };
  server.get<Route>(CERTIFICATE_ROUTE, owning(look));
  server.get<Route>(`${CERTIFICATE_ROUTE}/${ownFile}`, owning(fetchOwn));
  server.post<Route>(`${CERTIFICATE_ROUTE}/frasa-sandi`, owning(choose));
  server.post<Route>(`${CERTIFICATE_ROUTE}/tanda-tangan`, { config: { multipart: true } }, owning(sign));
}

const look = (owning: Owning): FastifyReply => show(owning, []);

function fetchOwn({ open, owned, reply }: Owning): FastifyReply {
  const { certificate, serial } = owned.certificate;
  if (certificate === null) return reply.redirect(certificatePage(open), 303);
  const bytes = Buffer.from(certificate, 'base64');
  return sendMadeFile(reply, { name: `${serial}.crt`, type: 'application/pkix-cert', bytes });
}

/** Each try costs the one who guesses: the same measure as for tracking keys. */
const takeTry = ({ open: { context }, owned }: Owning): Promise<void> =>
  takeOrRefuse(context.limiters.guess, `trial-certificate/${owned.owner}`);

async function choose(owning: Owning): Promise<FastifyReply> {
  const { open, owned, request, reply } = owning;
  const { government } = open.credentials;
  const chosen = readNewPassphrase(formFields(request), { holder: owned.certificate.holder, government });
  if (!chosen.ok) return show(owning, chosen.fault.fields);
  await takeTry(owning);
  await owned.authority.activate(owned.owner, chosen.value);
  return reply.redirect(`${certificatePage(open)}?kabar=${ACTIVATED}`, 303);
}

async function sign(owning: Owning): Promise<FastifyReply> {
  const { open, owned, request, reply } = owning;
  const sent = await readSigningForm(request);
  if (!('pdf' in sent)) return show(owning, sent);
  await takeTry(owning);
  const { passphrase, pdf } = sent;
  try {
    const { place, owner } = owned;
    const signed = await signLetter(pdf.bytes, { way: 'trial', place, owner, passphrase });
    const name = certificateWords[open.lang].signedName(pdf.name.replace(/\.pdf$/i, ''));
    return sendMadeFile(reply, { name, type: 'application/pdf', bytes: signed.pdf });
  } catch (error) {
    const faults = findFieldFaults(error);
    if (faults === null) throw error;
    return show(owning, faults);
  }
}

/** In the address of the page that activating leads to. */
const ACTIVATED = 'aktif';

function show({ open, owned, request, reply }: Owning, faults: readonly FieldFault[]): FastifyReply {
  const { title } = certificateWords[open.lang];
  const { kabar } = request.query as { readonly kabar?: unknown };
  const wrong = faults.length > 0;
  return sendTracked(
    open,
    reply.code(wrong ? 422 : 200),
    wrong ? `${formWords[open.lang].errorPrefix} ${title}` : title,
    ownersPage({ open, owned, faults, activated: kabar === ACTIVATED && owned.standing === 'active' }),
  );
}

const noCertificate = (): Fault =>
  new Fault('not-found', 'certificate-none', {
    id: certificateWords.id.faults.none,
    en: certificateWords.en.faults.none,
  });
