/** What an administrator says of each kind's connector: read and kept. Secrets go in and never come out again. */
import { Fault } from '../../ground/index.ts';
import type { FieldFault, Words } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
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
  /** Whose connection the kept one is: while a kind is done by hand, the connector that was in use before. */
  readonly settingsOf: string | null;
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
    .select(['settings_of', 'tested_at', 'test_passed', 'test_words'])
    .where('government', '=', government)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return {
    kind,
    product,
    kept: kept && { connector: kept.connector, settings: kept.settings, own: kept.own },
    settingsOf: row ? row.settings_of : (kept?.connector ?? null),
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

/** What is kept of one kind, with the connector that its connection belongs to. */
interface Before {
  readonly kept: KeptSettings | null;
  readonly settingsOf: string | null;
}

async function readBefore(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
): Promise<Before> {
  const kept = await readSettings(tx, deps, government, kind);
  const row = await tx
    .selectFrom('connector')
    .select('settings_of')
    .where('government', '=', government)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return { kept, settingsOf: row ? row.settings_of : (kept?.connector ?? null) };
}

type Sorted = Pick<KeptSettings, 'own' | 'secrets'> & { readonly faults: readonly FieldFault[] };

const movedAway: Words = {
  id: 'Isi lagi kuncinya: sambungannya berubah. Kunci yang tersimpan hanya dikirim ke server yang lama.',
  en: 'Fill in the key again: the connection changed. The kept key is sent to the earlier server only.',
};

/**
 * What was filled in, with secrets apart; an empty one keeps what is there of the same connector. A kept secret goes
 * nowhere else: whoever could only change the address would otherwise have it sent to a server of their own.
 */
function sorted(
  { connector, own }: GivenSettings,
  fields: readonly SettingField[],
  { kept, settingsOf }: Before,
): Sorted {
  const typed = Object.entries(own);
  const open = typed.filter(([name]) => !isSecret(fields, name));
  const fresh = typed.filter(([name, value]) => isSecret(fields, name) && value !== '');
  const earlier: Pick<KeptSettings, 'own' | 'secrets'> =
    kept && settingsOf === connector ? kept : { own: {}, secrets: {} };
  const moved = open.some(([name, value]) => (earlier.own[name] ?? '') !== value);
  const again = Object.keys(earlier.secrets).filter((name) => !fresh.some(([other]) => other === name));
  return {
    own: Object.fromEntries(open),
    secrets: { ...earlier.secrets, ...Object.fromEntries(fresh) },
    faults: moved ? again.map((name) => ({ path: `own.${name}`, words: movedAway })) : [],
  };
}

/** A connector and everything set of it, ready to be kept. */
type Chosen = KeptSettings & Pick<Before, 'settingsOf'>;

/** Turning to "by hand" changes nothing that was set: whoever turns back finds it as it was. */
const byHand = ({ kept, settingsOf }: Before): Chosen => ({
  ...(kept ?? { settings: {}, own: {}, secrets: {} }),
  connector: BY_HAND,
  settingsOf,
});

/** Faults: `settings-input` by field, `connector-unknown`. */
function chosenOf(product: AnyKind | undefined, given: GivenSettings, before: Before): Chosen {
  if (product && given.connector === BY_HAND) return byHand(before);
  const connector = product?.connectors.find(({ id }) => id === given.connector);
  if (!product || !connector) throw unknownConnector();
  const { settings } = given;
  const { own, secrets, faults } = sorted(given, connector.form.fields, before);
  const all = [
    ...faultsOf(product.settings, settings, 'kind'),
    ...faultsOf(connector.form, { ...own, ...secrets }, 'own'),
    ...faults,
  ];
  if (all.length > 0) throw settingsFault(all);
  return { connector: connector.id, settings, own, secrets, settingsOf: connector.id };
}

/** Keeps settings, tested or not. Faults: `settings-input` by field (`kind.…`, `own.…`), `connector-unknown`. */
export async function saveConnector(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  given: GivenSettings,
  by: string,
): Promise<void> {
  const { kind } = given;
  const before = await readBefore(tx, deps, government, kind);
  const { connector, settings, own, secrets, settingsOf } = chosenOf(deps.kinds[kind]?.kind, given, before);
  const row = {
    connector,
    settings: JSON.stringify(settings),
    own: JSON.stringify(own),
    sealed: sealedOf(deps, government, kind, secrets),
    settings_of: settingsOf,
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
