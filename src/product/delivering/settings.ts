/** What an administrator says of each kind's connector: read, kept, tested. Secrets go in and never come out again. */
import { Fault } from '../../ground/index.ts';
import type { FieldFault, Words } from '../../ground/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import { CounterpartFault } from '../contract.ts';
import type { SettingField, SettingsForm } from '../contract.ts';
import { issueWords } from '../setting-readers.ts';
import { connect, readSettings, sealPlace } from './connection.ts';
import type { KeptSettings } from './connection.ts';
import type { ProductDeps } from './deps.ts';
import { BY_HAND } from './kinds.ts';
import type { AnyKind } from './kinds.ts';

export interface ConnectorTest {
  readonly at: Temporal.Instant;
  readonly passed: boolean;
  readonly words: Words;
}

/** How one kind stands at a government. */
export interface ConnectorSheet {
  readonly kind: DeliveryKind;
  readonly product: AnyKind;
  /** Null: nobody set it up, and the published government says nothing of it. */
  readonly kept: Omit<KeptSettings, 'secrets'> | null;
  /** Names of the secrets that are kept. */
  readonly secrets: readonly string[];
  /** Whether the program delivers by it: the settings are complete and it is not "by hand". */
  readonly works: boolean;
  readonly test: ConnectorTest | null;
}

async function sheetOf(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
  product: AnyKind,
): Promise<ConnectorSheet> {
  const kept = await readSettings(tx, deps, government, kind);
  const row = await tx
    .selectFrom('connector')
    .select(['tested_at', 'test_passed', 'test_words'])
    .where('government', '=', government)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return {
    kind,
    product,
    kept: kept && { connector: kept.connector, settings: kept.settings, own: kept.own },
    secrets: Object.keys(kept?.secrets ?? {}),
    works: connect(deps, government, kind, kept) !== null,
    test:
      row?.tested_at && row.test_words
        ? { at: row.tested_at, passed: row.test_passed === true, words: row.test_words }
        : null,
  };
}

/** Every kind that the program can deliver, in the order in which it knows them. */
export async function listConnectors(
  tx: Tx,
  deps: ProductDeps,
  government: string,
): Promise<readonly ConnectorSheet[]> {
  const sheets: ConnectorSheet[] = [];
  for (const kind of Object.keys(deps.kinds)) {
    const sheet = await findConnector(tx, deps, government, kind);
    if (sheet) sheets.push(sheet);
  }
  return sheets;
}

/** One kind, or null for a name that is none. */
export async function findConnector(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  kind: string,
): Promise<ConnectorSheet | null> {
  const known = Object.entries(deps.kinds).find(([name]) => name === kind);
  // The keys of the table are its kinds; Object.entries forgets that.
  return known ? sheetOf(tx, deps, government, known[0] as DeliveryKind, known[1].kind) : null;
}

/** What was filled in: by the names of the fields, as typed. An empty secret keeps the one that is there. */
export interface GivenSettings {
  readonly kind: DeliveryKind;
  readonly connector: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
}

function faultsOf(form: SettingsForm<unknown>, given: object, prefix: string): FieldFault[] {
  const read = form.schema.safeParse(given);
  if (read.success) return [];
  return read.error.issues.map((issue) => ({
    path: `${prefix}.${issue.path.join('.')}`,
    words: issueWords(issue) ?? { id: `Periksa isian ini: ${issue.message}`, en: issue.message },
  }));
}

const isSecret = (fields: readonly SettingField[], name: string): boolean =>
  fields.some((field) => field.name === name && field.type === 'secret');

/** What was filled in, with secrets apart; an empty one keeps what is there of the same connector. */
function sorted(
  { connector, own }: GivenSettings,
  fields: readonly SettingField[],
  before: KeptSettings | null,
): Pick<KeptSettings, 'own' | 'secrets'> {
  const typed = Object.entries(own);
  const [hidden, open] = [
    typed.filter(([name]) => isSecret(fields, name)),
    typed.filter(([name]) => !isSecret(fields, name)),
  ];
  const earlier = before?.connector === connector ? before.secrets : {};
  return {
    own: Object.fromEntries(open),
    secrets: { ...earlier, ...Object.fromEntries(hidden.filter(([, value]) => value !== '')) },
  };
}

/** Keeps settings, tested or not. Faults: `settings-input` by field (`kind.…`, `own.…`), `connector-unknown`. */
export async function saveConnector(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  given: GivenSettings,
  by: string,
): Promise<void> {
  const { kind, connector: id, settings } = given;
  const product = deps.kinds[kind]?.kind;
  const connector = product?.connectors.find((one) => one.id === id);
  if (!product || (!connector && id !== BY_HAND)) throw unknownConnector();
  const before = await readSettings(tx, deps, government, kind);
  const { own, secrets } = sorted(given, connector?.form.fields ?? [], before);
  const faults = connector
    ? [
        ...faultsOf(product.settings, settings, 'kind'),
        ...faultsOf(connector.form, { ...own, ...secrets }, 'own'),
      ]
    : [];
  if (faults.length > 0) throw settingsFault(faults);
  const row = {
    connector: id,
    settings: JSON.stringify(settings),
    own: JSON.stringify(own),
    sealed: sealedOf(deps, government, kind, secrets),
    changed_at: deps.clock.now(),
    changed_by: by,
    tested_at: null,
    test_passed: null,
    test_words: null,
  };
  await tx
    .insertInto('connector')
    .values({ government, kind, ...row })
    .onConflict((conflict) => conflict.columns(['government', 'kind']).doUpdateSet(row))
    .execute();
}

const sealedOf = (
  { keys }: ProductDeps,
  government: string,
  kind: DeliveryKind,
  secrets: KeptSettings['secrets'],
): Buffer | null =>
  Object.keys(secrets).length > 0
    ? keys.wrap(Buffer.from(JSON.stringify(secrets)), sealPlace(government, kind))
    : null;

const unknownConnector = (): Fault =>
  new Fault('invalid', 'connector-unknown', {
    id: 'Penyambung itu tidak dikenal. Pilih dari daftar.',
    en: 'That connector is not known. Choose one of the list.',
  });

const settingsFault = (faults: readonly FieldFault[]): Fault =>
  new Fault(
    'invalid',
    'settings-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Something needs correcting.' },
    faults,
  );

/** A test that hangs is a failed one. */
const TEST_SECONDS = 15;

/**
 * Calls the counterpart with the kept settings and changes nothing there; the outcome is kept where an administrator set
 * the connector up. No transaction is open while it calls.
 */
export async function testConnector(
  database: Database,
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
): Promise<ConnectorTest> {
  const connection = await database.transaction({ government }, async (tx) =>
    connect(deps, government, kind, await readSettings(tx, deps, government, kind)),
  );
  const outcome = connection
    ? await tryOut(() => connection.counterpart.test(AbortSignal.timeout(TEST_SECONDS * 1000)))
    : { passed: false, words: notSetUp };
  const test = { at: deps.clock.now(), ...outcome };
  await database.transaction({ government }, (tx) =>
    tx
      .updateTable('connector')
      .set({ tested_at: test.at, test_passed: test.passed, test_words: JSON.stringify(test.words) })
      .where('government', '=', government)
      .where('kind', '=', kind)
      .execute(),
  );
  return test;
}

const notSetUp: Words = {
  id: 'Pengaturannya belum lengkap. Lengkapi dan simpan dulu.',
  en: 'Its settings are not complete. Complete and save them first.',
};

const failedOddly: Words = {
  id: 'Uji gagal karena kesalahan yang tidak terduga; rinciannya ada di log program.',
  en: 'The test failed unexpectedly; the log of the program has the details.',
};

async function tryOut(test: () => Promise<Words>): Promise<Pick<ConnectorTest, 'passed' | 'words'>> {
  try {
    return { passed: true, words: await test() };
  } catch (error) {
    return { passed: false, words: error instanceof CounterpartFault ? error.words : failedOddly };
  }
}

/** A delivery that waits for somebody, for the page that lists them. */
export interface StoppedDelivery {
  readonly delivery: string;
  readonly number: string;
  readonly kind: DeliveryKind;
  readonly since: Temporal.Instant;
  readonly words: Words;
}

/** The most that the page of stopped deliveries shows; whoever has more has one cause for them. */
export const MOST_STOPPED = 200;

/** Deliveries of a government that stopped, the longest waiting first. */
export async function listStopped(tx: Tx, government: string): Promise<readonly StoppedDelivery[]> {
  const rows = await tx
    .selectFrom('delivery')
    .select(['id', 'number', 'kind', 'changed_at', 'cause'])
    .where('government', '=', government)
    .where('state', '=', 'stopped')
    .orderBy('changed_at')
    .limit(MOST_STOPPED)
    .execute();
  return rows.flatMap(({ id, number, kind, changed_at, cause }) =>
    cause ? [{ delivery: id, number, kind: kind as DeliveryKind, since: changed_at, words: cause }] : [],
  );
}
