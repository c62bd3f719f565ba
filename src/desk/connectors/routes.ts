import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { formFields } from '../../platform/index.ts';
import { findConnector, listConnectors, saveConnector, testConnector } from '../../product/index.ts';
import type { ConnectorSheet, SettingField } from '../../product/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import {
  inGovernment,
  mayChange,
  openToChange,
  openToRead,
  recorded,
  sendAdmin,
} from '../admin/admin-desk.ts';
import type { Desk } from '../desk-page.ts';
import { connectorPage, CONNECTORS, connectorsPage } from './page.ts';
import type { ConnectorPage } from './page.ts';
import { connectorWords } from './words.ts';

interface OfKind {
  readonly Params: { readonly kind: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** `/meja/kelola/penyambung`: through what each kind of product is delivered. */
export function addConnectorRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(CONNECTORS, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const sheets = await inGovernment(desk, (tx, own) => listConnectors(tx, context.delivering, own));
    const { lang } = request;
    return sendAdmin(desk, {
      title: connectorWords[lang].title,
      main: connectorsPage(sheets, zoneOf(desk), lang),
    });
  });
  server.get<OfKind>(`${CONNECTORS}/:kind`, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const wanted = request.query['lewat'];
    return show(desk, await getSheet(desk, request.params.kind), {
      ...(typeof wanted === 'string' ? { shown: wanted } : {}),
      saved: request.query['tersimpan'] !== undefined,
    });
  });
  server.post<OfKind>(`${CONNECTORS}/:kind`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return save(desk, await getSheet(desk, request.params.kind), formFields(request));
  });
  server.post<OfKind>(`${CONNECTORS}/:kind/uji`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { kind } = await getSheet(desk, request.params.kind);
    const deps = { ...context.delivering, log: request.log };
    const tested = await testConnector(context.database, deps, desk.session.government, kind);
    return show(desk, await getSheet(desk, kind), { tested });
  });
}

const zoneOf = ({ context, session }: Desk): string =>
  context.catalogue.calendar(session.government).file.timeZone;

async function getSheet(desk: Desk, kind: string): Promise<ConnectorSheet> {
  const { delivering } = desk.context;
  const sheet = await inGovernment(desk, (tx, own) => findConnector(tx, delivering, own, kind));
  if (sheet) return sheet;
  throw new Fault('not-found', 'connector-kind', {
    id: 'Jenis produk ini tidak dikenal.',
    en: 'This kind of product is not known.',
  });
}

function show(
  desk: Desk,
  sheet: ConnectorSheet,
  more: Partial<ConnectorPage> & { readonly status?: number },
): FastifyReply {
  const { request } = desk;
  const { lang } = request;
  const { status = 200, ...given } = more;
  return sendAdmin(desk, {
    title: sheet.product.title[lang],
    crumbs: [{ label: connectorWords[lang].title, href: CONNECTORS }],
    status,
    main: connectorPage({
      lang,
      csrf: request.csrfToken(),
      timeZone: zoneOf(desk),
      sheet,
      shown: sheet.kept?.connector ?? sheet.product.connectors[0]?.id ?? '',
      typed: null,
      faults: [],
      saved: false,
      tested: null,
      mayChange: mayChange(desk),
      ...given,
    }),
  });
}

/** What was typed into the fields of one part. */
function typedIn(
  posted: PostedForm,
  part: 'kind' | 'own',
  fields: readonly SettingField[],
): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const value = posted[`${part}.${name}`];
      return [name, typeof value === 'string' ? value.trim() : ''];
    }),
  );
}

const INVALID = 422;

async function save(desk: Desk, sheet: ConnectorSheet, posted: PostedForm): Promise<FastifyReply> {
  const { context, session, reply } = desk;
  const chosen = typeof posted['penyambung'] === 'string' ? posted['penyambung'] : '';
  const connector = sheet.product.connectors.find(({ id }) => id === chosen);
  const given = {
    kind: sheet.kind,
    connector: chosen,
    settings: typedIn(posted, 'kind', connector ? sheet.product.settings.fields : []),
    own: typedIn(posted, 'own', connector?.form.fields ?? []),
  };
  try {
    await recorded(desk, 'connector-changed', async (tx, government) => {
      await saveConnector(tx, context.delivering, government, given, session.standing.official);
      return { value: null, subject: `${sheet.kind}/${chosen}` };
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== 'invalid') throw error;
    const typed = Object.fromEntries(
      Object.entries(posted).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ) as Record<string, string>;
    const faults = error.fields.length > 0 ? error.fields : [{ path: 'penyambung', words: error.words }];
    return show(desk, sheet, { shown: chosen, typed, faults, status: INVALID });
  }
  return reply.redirect(`${CONNECTORS}/${sheet.kind}?tersimpan`, 303);
}
