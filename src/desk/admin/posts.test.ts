import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { atOnce } from '../../../test/support/at-once.ts';
import { official, signedIn } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const home = '/meja/kelola/petugas';

describe('posts that an office cannot be without, and two who change them at once', () => {
  let app: TestApp;
  let administrator: Officer;
  before(async () => {
    app = await startTestApp('posts');
    administrator = await official(app, 'klaten', 'administrator');
    await administrator.get(home);
  });
  after(() => app.close());

  const idOf = (username: string): Promise<string> =>
    app.context.database.transaction({ government: 'klaten' }, async (tx) => {
      const found = tx.selectFrom('official').select('id').where('username', '=', username);
      return (await found.executeTakeFirstOrThrow()).id;
    });
  const holdingsOf = (position: string) =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('holding')
        .select(['id', 'official', 'held_as', 'to_date'])
        .where('position', '=', position)
        .orderBy('from_date')
        .execute(),
    );
  const give = (values: Record<string, string>, by = administrator): Promise<Page> =>
    by.post(home, { sebagai: 'definitive', sejak: '2026-11-23', dasar: 'SP 12/2026', ...values });
  const given = ({ location, text }: Page): string => {
    const [, id] = /tersimpan=([0-9a-f-]+)/.exec(location ?? '') ?? [];
    assert.ok(id, visible(text));
    return id;
  };
  const end = (id: string, terakhir: string): Promise<Page> =>
    administrator.post(`${home}/akhiri/${id}`, { terakhir });

  test('the last administrator stays, on whatever day the end is put, until somebody follows', async () => {
    const [own] = await holdingsOf('administrator');
    assert.ok(own);
    for (const day of ['2026-11-20', '2026-11-23', '2027-03-31']) {
      const refused = await end(own.id, day);
      assert.equal(refused.status, 422, day);
      assert.match(visible(refused.text), /tidak ada administrator.*Tunjuk lebih dahulu/);
    }
    const english = await administrator.post(`${home}/akhiri/${own.id}?lang=en`, { terakhir: '2027-03-31' });
    assert.match(visible(english.text), /no administrator from 1 April 2027/);
    assert.equal((await administrator.get(`${home}?lang=id`)).status, 200, 'they are still let in');

    const maya = await idOf('maya@klaten');
    const late = given(await give({ jabatan: 'administrator', petugas: maya, sejak: '2027-04-02' }));
    assert.match(
      visible((await end(own.id, '2027-03-31')).text),
      /tidak ada administrator 1 April 2027 sampai 1 April 2027/,
    );
    const inTime = given(
      await give({ jabatan: 'administrator', petugas: await idOf('budi@klaten'), sejak: '2027-04-01' }),
    );
    assert.equal((await end(own.id, '2027-03-31')).status, 303, 'one follows on the next day');

    assert.equal((await administrator.post(`${home}/batalkan/${late}`)).status, 303);
    const alone = await administrator.post(`${home}/batalkan/${inTime}`);
    assert.equal(alone.status, 409, 'the only one who follows is not taken back');
    const budi = await administrator.post(`${home}/orang/${await idOf('budi@klaten')}/nonaktif`, {
      alasan: 'Mutasi',
    });
    assert.equal(budi.status, 409, 'nor ended with the official');
    assert.match(visible(budi.text), /tidak ada administrator/);
  });

  test('of two administrators who end one another at once one is left', async () => {
    const maya = await idOf('maya@klaten');
    const [own] = await holdingsOf('administrator');
    assert.ok(own);
    await give({ jabatan: 'administrator', petugas: maya });
    const other = await signedIn(app, 'maya@klaten');
    await other.get(home);
    const answers = await Promise.all([
      administrator.post(`${home}/orang/${maya}/nonaktif`, { alasan: 'x' }),
      other.post(`${home}/orang/${own.official}/nonaktif`, { alasan: 'x' }),
    ]);
    assert.ok(answers.some(({ status }) => status === 303));
    const left = await Promise.all([administrator.get(home), other.get(home)]);
    assert.ok(left.some(({ status }) => status === 200));
  });

  test('whoever was ended is put into no post, and leaves theirs vacant at once', async () => {
    const by = await official(app, 'klaten', 'administrator');
    await by.get(home);
    const gone = await idOf('ratna@klaten');
    const ended = await by.post(`${home}/orang/${gone}/nonaktif`, { alasan: 'Pensiun' });
    assert.equal(ended.status, 303);
    assert.match(
      visible((await by.get(home)).text),
      /jabatan yang diperlukan layanan kosong hari ini.*Sub Koordinator Infrastruktur.*Tambah pemegang/,
    );
    const refused = await give({ jabatan: 'sekretaris-dinas', petugas: gone, sebagai: 'plh' }, by);
    assert.equal(refused.status, 422);
    assert.match(visible(refused.text), /Petugas ini nonaktif/);
  });

  test('the same post given twice at once is given once', async () => {
    const by = await official(app, 'klaten', 'administrator');
    await by.get(home);
    const petugas = await idOf('nur@klaten');
    const post = { jabatan: 'kasubbag-perencanaan', petugas, sebagai: 'plh' };
    const before = (await holdingsOf(post.jabatan)).length;
    const asked = [1, 2, 3].map(() => () => give(post, by));
    const answers = await atOnce(app, 'holding', asked);
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
    assert.equal(answers.filter(({ text }) => /sudah memegang jabatan itu/.test(text)).length, 2);
    assert.equal((await holdingsOf(post.jabatan)).length, before + 1);
  });
});
