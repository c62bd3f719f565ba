/** The test of a connector, by whoever set it up: does its counterpart answer with the settings that are kept? */
import type { Words } from '../../ground/index.ts';
import type { Database, Log, Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import { CounterpartFault } from '../contract.ts';
import { connect, readSettings } from './connection.ts';
import type { Connection } from './connection.ts';
import type { ProductDeps } from './deps.ts';
import type { ConnectorTest } from './settings.ts';

/** A test that hangs is a failed one. */
const TEST_SECONDS = 15;

/** Which settings a test is of: those of one kind, as they were kept at one moment. */
async function readForTest(
  tx: Tx,
  deps: ProductDeps,
  government: string,
  kind: DeliveryKind,
): Promise<{ readonly connection: Connection | null; readonly changedAt: Temporal.Instant | null }> {
  // The moment first: settings saved in between are newer than it, so that no outcome is written onto them.
  const row = await tx
    .selectFrom('connector')
    .select('changed_at')
    .where('government', '=', government)
    .where('kind', '=', kind)
    .executeTakeFirst();
  const connection = connect(deps, government, kind, await readSettings(tx, deps, government, kind));
  return { connection, changedAt: row?.changed_at ?? null };
}

/**
 * Calls the counterpart with the kept settings and changes nothing there; the outcome is kept where an administrator set
 * the connector up, unless the settings changed meanwhile. No transaction is open while it calls.
 */
export async function testConnector(
  database: Database,
  deps: ProductDeps & { readonly log: Pick<Log, 'error'> },
  government: string,
  kind: DeliveryKind,
): Promise<ConnectorTest> {
  const { connection, changedAt } = await database.transaction({ government }, (tx) =>
    readForTest(tx, deps, government, kind),
  );
  const outcome = connection
    ? await tryOut(
        () => connection.counterpart.test(AbortSignal.timeout(TEST_SECONDS * 1000)),
        (error) => deps.log.error({ government, kind, error }, 'the test of a connector failed unexpectedly'),
      )
    : { passed: false, words: notSetUp };
  const test = { at: deps.clock.now(), ...outcome };
  if (changedAt === null) return test;
  await database.transaction({ government }, (tx) =>
    tx
      .updateTable('connector')
      .set({ tested_at: test.at, test_passed: test.passed, test_words: JSON.stringify(test.words) })
      .where('government', '=', government)
      .where('kind', '=', kind)
      .where('changed_at', '=', changedAt)
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

async function tryOut(
  test: () => Promise<Words>,
  tell: (name: string) => void,
): Promise<Pick<ConnectorTest, 'passed' | 'words'>> {
  try {
    return { passed: true, words: await test() };
  } catch (error) {
    if (error instanceof CounterpartFault) return { passed: false, words: error.words };
    // Only its name: a message may carry a key.
    tell(error instanceof Error ? error.name : typeof error);
    return { passed: false, words: failedOddly };
  }
}
