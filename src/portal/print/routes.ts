/** Standards and the pledge as files: what the page says, as the decree prints it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { Paper, PaperForm } from '../../platform/index.ts';
import { annexPaper, issuerOf, pledgePaper, standardPaper } from '../../standard/index.ts';
import type { Government, Service, Version } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import { PrintedPapers } from './printed-papers.ts';

const TYPES: Readonly<Record<PaperForm, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const FORMS: readonly PaperForm[] = ['pdf', 'docx'];
const SIZES = ['A4', 'A3'] as const;

type OfGovernment = { readonly Params: { readonly gov: string } };
type OfService = {
  readonly Params: { readonly gov: string; readonly service: string };
  /** `?versi=2`: that version, and not the one in force. */
  readonly Querystring: { readonly versi?: string };
};

/** What is printed for a government: itself, who sets its standards, and the versions all of it stands on. */
interface Office {
  readonly government: Government;
  readonly issuer: string;
  readonly versions: string;
}

function officeOf({ catalogue }: WebContext, id: string): Office {
  const government = catalogue.version(id, 'government', 'government');
  const organisation = catalogue.version(id, 'organisation', 'organisation');
  return {
    government: government.value,
    issuer: issuerOf(government.value, organisation.value),
    versions: `${id} v${government.n} o${organisation.n}`,
  };
}

const named = (versions: readonly Version<'service'>[]): string =>
  versions.map(({ name, n }) => `${name} v${n}`).join(', ');

const unknownVersion = (): Fault =>
  new Fault('not-found', 'version-not-found', {
    id: 'Versi standar ini tidak ada.',
    en: 'This version of the standard does not exist.',
  });

/** The version in force, or the one whose number was asked for. */
function wanted({ catalogue }: WebContext, { params, query }: FastifyRequest<OfService>): Version<'service'> {
  const { gov, service } = params;
  if (query.versi === undefined) return catalogue.service(gov, service);
  const found = catalogue.versions(gov, 'service', service).find(({ n }) => String(n) === query.versi);
  if (!found) throw unknownVersion();
  return found;
}

function onePaper(context: WebContext, request: FastifyRequest<OfService>): Paper {
  const { government, issuer, versions } = officeOf(context, request.params.gov);
  const version = wanted(context, request);
  return standardPaper({
    government,
    issuer,
    services: [version.value],
    id: `${versions}; ${named([version])}`,
  });
}

/** All services in force, for papers about the whole office. */
function allOf(context: WebContext, gov: string): Office & { services: readonly Service[]; id: string } {
  const office = officeOf(context, gov);
  const versions = context.catalogue.services(gov);
  return {
    ...office,
    services: versions.map(({ value }) => value),
    id: `${office.versions}; ${named(versions)}`,
  };
}

async function send(
  papers: PrintedPapers,
  [request, reply]: readonly [Pick<FastifyRequest, 'headers'>, FastifyReply],
  { paper, form, name }: { readonly paper: Paper; readonly form: PaperForm; readonly name: string },
): Promise<FastifyReply> {
  const { bytes, tag } = await papers.get(paper, form);
  // Asked for anew each time, since another version may be in force; sent anew only if it is.
  reply.header('etag', tag).header('cache-control', 'public, no-cache');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply
    .type(TYPES[form])
    .header('content-disposition', `attachment; filename="${name}.${form}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes);
}

/** `/:gov/layanan/:service/standar.pdf`, `/:gov/standar-pelayanan.pdf` (both also `.docx`), `/:gov/maklumat-a4.pdf`, `-a3`. */
export function addPrintRoutes(server: FastifyInstance, context: WebContext): void {
  const papers = new PrintedPapers(context.press);

  for (const form of FORMS) {
    server.get<OfService>(`/:gov/layanan/:service/standar.${form}`, (request, reply) => {
      const { gov, service } = request.params;
      const paper = onePaper(context, request);
      return send(papers, [request, reply], { paper, form, name: `standar-pelayanan-${gov}-${service}` });
    });
    server.get<OfGovernment>(`/:gov/standar-pelayanan.${form}`, (request, reply) => {
      const { gov } = request.params;
      const paper = annexPaper(allOf(context, gov));
      return send(papers, [request, reply], { paper, form, name: `standar-pelayanan-${gov}` });
    });
  }

  for (const size of SIZES) {
    const ending = size.toLowerCase();
    server.get<OfGovernment>(`/:gov/maklumat-${ending}.pdf`, (request, reply) => {
      const { gov } = request.params;
      const address = `${context.publicUrl}/${gov}/maklumat`;
      const paper = pledgePaper({ ...allOf(context, gov), address, size });
      const name = `maklumat-pelayanan-${gov}-${ending}`;
      return send(papers, [request, reply], { paper, form: 'pdf', name });
    });
  }
}
