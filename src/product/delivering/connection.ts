/** How a government delivers a kind: the connector it chose, with its settings, ready to be called. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Fault } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import type { ConnectorPlace, Counterpart } from '../contract.ts';
import type { ProductDeps } from './deps.ts';
import { BY_HAND } from './kinds.ts';
import type { AnyConnector, OfferedKind } from './kinds.ts';
import type { Cause } from './machine.ts';

/** Settings as they are kept: those of the kind, those of the connector, and its secrets in clear. */
export interface KeptSettings {
  readonly connector: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly own: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface Connection {
  readonly offered: OfferedKind;
  readonly connector: AnyConnector;
  /** Of the kind, read by its schema. */
  readonly settings: unknown;
  readonly counterpart: Counterpart<unknown, unknown>;
  /** Tells two servers apart without telling them; what is set besides may change without it. */
  readonly mark: string;
}

/** Sealed settings of one government and kind open for no other. */
export const sealPlace = (government: string, kind: string): string => `connector/${government}/${kind}`;

/** What an administrator set; else the embedded connector with the facts of the published government. */
export async function readSettings(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
): Promise<KeptSettings | null> {
  const row = await tx
    .selectFrom('connector')
    .select(['connector', 'settings', 'own', 'sealed'])
    .where('government', '=', government)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (row) {
    const secrets = row.sealed
      ? (JSON.parse(deps.keys.unwrap(row.sealed, sealPlace(government, kind)).toString()) as Record<
          string,
          string
        >)
      : {};
    return { connector: row.connector, settings: row.settings, own: row.own, secrets };
  }
  const embedded = deps.kinds[kind]?.kind.connectors.find((one) => one.embedded);
  const facts = deps.catalogue.government(government).products[kind];
  return embedded && facts ? { connector: embedded.id, settings: facts, own: {}, secrets: {} } : null;
}

/** The place of a government's embedded connectors. */
export const placeOf = (deps: ProductDeps, government: string, kind: DeliveryKind): ConnectorPlace => ({
  directory: join(deps.directory, government, kind),
  clock: deps.clock,
  program: {
    demo: deps.demo,
    publicUrl: deps.publicUrl,
    wrap: (bytes, context) => deps.keys.wrap(bytes, context),
    unwrap: (wrapped, context) => deps.keys.unwrap(wrapped, context),
  },
});

/** The connection by these settings, or null when they are not (or no longer) complete or mean "by hand". */
export function connect(
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
  kept: KeptSettings | null,
): Connection | null {
  const offered = deps.kinds[kind];
  const connector = offered?.kind.connectors.find(({ id }) => id === kept?.connector);
  if (!offered || !connector || !kept || kept.connector === BY_HAND) return null;
  const settings = offered.kind.settings.schema.safeParse(kept.settings);
  const own = connector.form.schema.safeParse({ ...kept.own, ...kept.secrets });
  if (!settings.success || !own.success) return null;
  const counterpart = connector.connect(own.data, placeOf(deps, government, kind));
  return { offered, connector, settings: settings.data, counterpart, mark: markOf(connector, own.data) };
}

/**
 * From settings as they were read, so that one left empty is the same as what then stands for it. A newer CA, version or way of keeping
 * passwords is no other server.
 */
export function markOf({ id, form }: AnyConnector, own: object): string {
  const read: Readonly<Record<string, unknown>> = { ...own };
  const server = form.fields
    .filter(({ namesServer }) => namesServer)
    .map(({ name }) => [name, read[name] ?? null]);
  return createHash('sha256')
    .update(JSON.stringify([id, server]))
    .digest('hex')
    .slice(0, 16);
}

/** As `connect`, by the settings of the database. */
export async function findConnection(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
): Promise<Connection | null> {
  return connect(deps, government, kind, await readSettings(tx, deps, government, kind));
}

/** Why no counterpart is asked about what was begun at another one. */
export const settingsChanged: Cause = {
  code: 'settings-changed',
  words: {
    id: 'Pengaturan penyambungnya berubah sejak produk ini mulai dibuat. Pastikan server yang dulu dan yang sekarang, lalu coba lagi.',
    en: 'The settings of its connector changed since this product was begun. Look at the former server and the present one, then try again.',
  },
};

export const notConnected = (kind: string): Fault =>
  new Fault('conflict', 'not-connected', {
    id: `Belum ada penyambung untuk "${kind}". Kerjakan dengan tangan dan sertakan bukti, atau minta administrator mengaturnya.`,
    en: `No connector is set up for "${kind}". Do it by hand with evidence, or ask the administrator to set one up.`,
  });
