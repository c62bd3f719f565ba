import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { createTestDatabase } from '../../../test/support/database.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { StandingClock } from '../../ground/index.ts';
import { openDatabase } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { governmentFiles, readDefinitions } from '../reading/index.ts';
import {
  loadCatalogue,
  publishDirectory,
  publishEdited,
  publishNewGovernments,
  publishTogether,
} from './index.ts';
import { publishDefinitions } from './publish.ts';
import { newestVersions } from './storage.ts';
import type { StoredDefinition } from './version.ts';

const klungkung = 'governments/klungkung';
const clock = new StandingClock('2026-11-23T01:00:00Z');
const publishing = { by: 'test', clock };

describe('publishing', () => {
  let home: TestDatabase;
  let database: Database;

  before(async () => {
    home = await createTestDatabase('publish');
    database = await openDatabase({ url: home.appUrl, role: 'pendopo_app', max: 4 });
  });
  after(async () => {
    await database.close();
    await home.drop();
  });

  test('a directory becomes version 1 of everything in it, and the same again changes nothing', async () => {
    const first = await publishDirectory(database, klungkung, publishing);
    assert.deepEqual(
      first.faults.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.equal(first.government, 'klungkung');
    assert.deepEqual(
      first.published.map(({ kind, name, n }) => `${kind}/${name}/${n}`),
      [
        'government/government/1',
        'organisation/organisation/1',
        'calendar/calendar/1',
        'service/email-resmi/1',
        'service/tanda-tangan-elektronik/1',
      ],
    );
    assert.deepEqual((await publishDirectory(database, klungkung, publishing)).published, []);
  });

  test('the catalogue gives what was published, and the database keeps the text to the byte', async () => {
    const catalogue = await loadCatalogue(database, clock);
    const files = await governmentFiles(klungkung);
    const service = catalogue.service('klungkung', 'email-resmi');
    assert.equal(service.n, 1);
    assert.equal(service.value.title.id, 'Email Resmi');
    assert.equal(service.text, files.find(({ path }) => path.endsWith('email-resmi.yaml'))?.text);
    assert.equal(service.validFrom.toString(), '2024-12-31T16:00:00Z');
    assert.equal(catalogue.calendar('klungkung').file.timeZone, 'Asia/Makassar');
    assert.equal(catalogue.calendar('klungkung'), catalogue.calendar('klungkung', 1));
    assert.deepEqual(
      catalogue.governments().map(({ prefix }) => prefix),
      ['KLK'],
    );
    assert.throws(() => catalogue.service('klungkung', 'nothing'), { code: 'service-not-found' });
  });

  test('an edit at the desk is a new version from now on; other processes see it; a start does not undo it', async () => {
    const other = await loadCatalogue(database, clock);
    const before = other.service('klungkung', 'email-resmi');
    clock.moveTo('2026-11-24T01:00:00Z');
    const text = before.text.replace('id: Email Resmi', 'id: Surel Resmi');
    const edited = { kind: 'service', name: 'email-resmi', text } as const;
    const publication = await publishEdited(database, 'klungkung', edited, publishing);
    assert.deepEqual(publication.published, [{ kind: 'service', name: 'email-resmi', n: 2 }]);

    assert.equal(other.service('klungkung', 'email-resmi').n, 1);
    assert.throws(() => other.service('klungkung', 'email-resmi', 2), { code: 'version-not-yet-known' });
    assert.equal(await other.refresh(), true);
    assert.equal(await other.refresh(), false);
    assert.equal(other.service('klungkung', 'email-resmi').value.title.id, 'Surel Resmi');
    assert.equal(other.service('klungkung', 'email-resmi', 1).value.title.id, 'Email Resmi');
    const yesterday = Temporal.Instant.from('2026-11-23T23:00:00Z');
    assert.equal(other.findVersion('klungkung', 'service', 'email-resmi', yesterday)?.n, 1);

    await publishNewGovernments(database, 'governments', publishing);
    await other.refresh();
    assert.equal(other.service('klungkung', 'email-resmi').n, 2);
    assert.ok(other.governments().length > 1, 'governments not published before are');
  });

  test('a fault anywhere publishes nothing', async () => {
    const catalogue = await loadCatalogue(database, clock);
    const { text, n } = catalogue.service('klungkung', 'email-resmi');
    const edited = {
      kind: 'service',
      name: 'email-resmi',
      text: text.replace('to: closed', 'to: nowhere'),
    } as const;
    const publication = await publishEdited(database, 'klungkung', edited, publishing);
    assert.deepEqual(publication.published, []);
    assert.ok(publication.faults.some(({ words }) => words.en.includes('"nowhere"')));
    await catalogue.refresh();
    assert.equal(catalogue.service('klungkung', 'email-resmi').n, n);
  });

  test('a version that is valid later is not in force before', async () => {
    const catalogue = await loadCatalogue(database, clock);
    const current = catalogue.service('klungkung', 'email-resmi');
    const text = current.text.replace('validFrom: 2025-01-01', 'validFrom: 2027-01-01');
    await publishEdited(database, 'klungkung', { kind: 'service', name: 'email-resmi', text }, publishing);
    await catalogue.refresh();
    assert.equal(catalogue.service('klungkung', 'email-resmi').n, current.n);
    clock.moveTo('2027-01-01T00:00:00Z');
    assert.equal(catalogue.service('klungkung', 'email-resmi').n, current.n + 1);
  });

  test('who publishes one definition takes back nothing that others publish at the same moment', async () => {
    const newest = async (): Promise<ReadonlyMap<string, StoredDefinition>> =>
      new Map(
        (await database.withoutGovernment((tx) => newestVersions(tx, 'klungkung'))).map((one) => [
          one.name,
          one,
        ]),
      );
    const before = await newest();
    const names = ['email-resmi', 'tanda-tangan-elektronik', 'calendar', 'organisation'] as const;
    const edits = names.map((name) => {
      const old = before.get(name);
      assert.ok(old);
      return { kind: old.kind, name, text: `${old.text}\n`, base: old.n };
    });
    const publications = await Promise.all(
      edits.map((edit) => publishEdited(database, 'klungkung', edit, publishing)),
    );
    assert.deepEqual(
      publications.map(({ published }) => published),
      edits.map(({ kind, name, base }) => [{ kind, name, n: base + 1 }]),
    );
    const after = await newest();
    for (const { name, text, base } of edits) {
      assert.deepEqual([after.get(name)?.n, after.get(name)?.text], [base + 1, text], name);
    }
  });

  test('two who change the same version: the second is told, whatever else they publish with it', async () => {
    const catalogue = await loadCatalogue(database, clock);
    const [first, second] = (['email-resmi', 'tanda-tangan-elektronik'] as const).map((name) => {
      const { n, text } = catalogue.versions('klungkung', 'service', name).at(-1) ?? { n: 0, text: '' };
      return { kind: 'service', name, text: `${text}# lagi\n`, base: n } as const;
    });
    assert.ok(first && second);
    await publishEdited(database, 'klungkung', { ...first, text: `${first.text}# lain\n` }, publishing);
    await assert.rejects(publishTogether(database, 'klungkung', [second, first], publishing), {
      code: 'definition-newer',
    });
    await catalogue.refresh();
    assert.equal(
      catalogue.versions('klungkung', 'service', second.name).at(-1)?.n,
      second.base,
      'all or nothing',
    );
  });

  test("another government's prefix is refused", async () => {
    const files = (await governmentFiles(klungkung)).map(({ path, text }) => ({
      path,
      text: text.replaceAll('@klungkung\n', '@lain\n').replace(/^id: klungkung$/m, 'id: lain'),
    }));
    const publication = await publishDefinitions(database, readDefinitions(files), publishing);
    assert.deepEqual(publication.published, []);
    assert.ok(
      publication.faults.some(({ path }) => path === 'prefix'),
      JSON.stringify(publication.faults),
    );
  });

  test('the application can neither change nor remove a version', async () => {
    const attack = (statement: string): Promise<unknown> =>
      database.transaction({ government: 'klungkung' }, (tx) => sql.raw(statement).execute(tx));
    await assert.rejects(attack("update definition set text = 'x'"), /permission denied/);
    await assert.rejects(attack('delete from definition'), /permission denied/);
    await assert.rejects(
      attack("select publish_definition('klaten', 'service', 'x', now(), sha256('x'), 'x', 'x')"),
      /inside their own government/,
    );
  });
});
