/** A decree becomes a running service at the desk: new, amended, put together anew. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Worker } from '../../platform/index.ts';
import type { Service } from '../../standard/index.ts';
import { apiOf, submitExample } from '../../../test/support/api.ts';
import { DecreeDesk, decreeText, fieldsOf, visible } from '../../../test/support/decree-desk.ts';
import { monday, startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { nobody, official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';

describe('from a decree to a running service, at the desk', () => {
  let app: TestApp;
  let worker: Worker;
  let administrator: Officer;
  let desk: DecreeDesk;
  before(async () => {
    app = await startTestApp('decree-import');
    worker = await app.startJobs();
    administrator = await official(app, 'bulungan', 'administrator');
    desk = new DecreeDesk(administrator);
  });
  after(async () => {
    await worker.stop();
    await app.close();
  });

  test('what was read stands beside the document, is corrected, and runs', async () => {
    const { href, page } = await desk.upload('subdistrict-markdown/document.md');
    assert.match(visible(page.text), /Rekomendasi Proposal Bantuan Keagamaan/);
    const address = `${href}/3`;
    const review = await administrator.get(address);
    assert.match(visible(review.text), /Yang masih harus diputuskan/);
    assert.match(visible(review.text), /hari kerja atau hari kalender/);
    assert.match(review.text, /<li id="baris-\d+" class="source-line source-used">/);

    const saved = await desk.save(address, review, { time: 'working', 'ok-time': 'yes' });
    assert.equal(saved.location, `${address}?hasil=saved`);
    const mine = { 'k-requirements': 'Surat pengantar dari desa', tarif: 'sekitar lima ribu', fee: 'paid' };
    const unread = await desk.save(address, review, { time: 'working', 'waktu-days': 'tiga', ...mine });
    assert.equal(unread.status, 422);
    assert.match(unread.text, /name="waktu-days"[^>]* value="tiga"|value="tiga"[^>]* name="waktu-days"/);
    assert.match(
      unread.text,
      /<textarea[^>]* name="tarif"[^>]*>\s*sekitar lima ribu</,
      'what cannot be read stays',
    );
    const late = { time: 'calendar', 'k-requirements': 'Surat pengantar dari desa' };
    const stale = await desk.save(address, review, late);
    assert.equal(stale.status, 409, 'nobody overwrites what somebody else saved');
    assert.match(visible(stale.text), /Orang lain menyimpan tinjauan ini.*Yang berbeda: .*Persyaratan/);
    assert.match(stale.text, /Surat pengantar dari desa/, 'and nothing typed is lost');
    assert.match(stale.text, /name="saved" value="1"/, 'once told, they may save it');
    const again = await administrator.get(address);
    assert.doesNotMatch(visible(again.text), /Yang masih harus diputuskan/);
    assert.match(again.text, /name="ok-time"[^>]* checked/);

    const run = await administrator.get(`${address}/cara`);
    assert.match(visible(run.text), /Dari keputusan: "Camat menandatangani rekomendasi"/);
    const moved = await desk.save(`${address}/cara`, run, { ubah: 'tambah-langkah' });
    assert.equal(moved.location, `${address}/cara#tahapan`);
    const longer = await administrator.get(`${address}/cara`);
    const steps = (text: string): number => text.match(/name="langkah-\d+-judul"/g)?.length ?? 0;
    assert.equal(steps(longer.text), steps(run.text) + 1);
    const shorter = await desk.save(`${address}/cara`, longer, { ubah: `hapus-langkah:${steps(run.text)}` });
    assert.equal(shorter.status, 303);
    const wrong = await desk.save(`${address}/cara`, await administrator.get(`${address}/cara`), {
      'nama-alamat': 'Nama Salah!',
      ubah: 'lanjut',
    });
    assert.equal(wrong.status, 422);
    assert.match(visible(wrong.text), /huruf kecil, angka, dan tanda hubung/);
    const right = await desk.save(`${address}/cara`, await administrator.get(`${address}/cara`), {
      ubah: 'lanjut',
    });
    assert.equal(right.location, `${address}/pratinjau`);

    const preview = await administrator.get(`${address}/pratinjau`);
    assert.match(visible(preview.text), /Layanan ini siap diterbitkan/);
    const published = await desk.save(`${address}/pratinjau`, preview, {});
    assert.equal(published.location, `${address}/pratinjau?terbit`, visible(published.text));
    const done = await administrator.get(published.location);
    assert.match(visible(done.text), /sudah terbit/);
    assert.match(visible(done.text), /Jabatan baru menunggu pejabat/);
    const service = app.context.catalogue.service('bulungan', 'rekomendasi-proposal-bantuan-keagamaan');
    assert.equal(service.n, 1);
    assert.deepEqual(service.value.promise, { basis: 'working', months: 0, days: 3, hours: 0, minutes: 0 });
  });

  test('published again it is the next version, and the changes are told first', async () => {
    const { href } = await desk.upload('subdistrict-markdown/document.md');
    const address = `${href}/3`;
    const review = await administrator.get(address);
    await desk.save(address, review, {
      time: 'working',
      'waktu-days': '2',
      'waktu-tertulis': '2 hari kerja',
    });
    const preview = await administrator.get(`${address}/pratinjau`);
    assert.match(visible(preview.text), /Perubahan terhadap versi yang berlaku/);
    assert.match(visible(preview.text), /versi 2/);
    assert.match(visible(preview.text), /2 hari kerja/);
  });

  test('a new decree makes the next version of a service that runs; what is under way stays with its own', async () => {
    const name = 'hosting-subdomain-email';
    const { catalogue } = app.context;
    const before = catalogue.service('bulungan', name);
    const api = await apiOf(app);
    const under = await submitExample(api, 'bulungan', name);

    const { components } = before.value;
    const { href } = await desk.uploadContent(
      'keputusan-2026.md',
      Buffer.from(
        decreeText('Hosting, Subdomain, dan Email', {
          ...components,
          requirements: {
            items: ['Surat permohonan hosting, subdomain dan email', 'Surat tugas pengelola situs'],
          },
          time: { text: '3 (tiga) hari kerja' },
          legalBasis: { items: ['Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah'] },
        }),
      ),
    );
    const address = `${href}/1`;
    const review = await administrator.get(address);
    // The clerk's finding is settled by nobody, so it stays with the standard.
    assert.match(visible(review.text), /32\/2004 telah diganti dengan/);
    assert.match(review.text, /name="temuan-legalBasis"/);

    const run = await administrator.get(`${address}/cara`);
    assert.match(run.text, new RegExp(`<option value="${name}" selected>Versi berikutnya dari: `));
    assert.match(run.text, /value="tetap" checked/);
    assert.doesNotMatch(run.text, /name="langkah-0-judul"/, 'there is nothing to put together');
    const set = await desk.save(`${address}/cara`, run, { berlaku: '2026-12-01', ubah: 'lanjut' });
    assert.equal(set.location, `${address}/pratinjau`);

    const preview = await administrator.get(set.location);
    const told = visible(preview.text);
    assert.match(told, /Perubahan terhadap versi yang berlaku/);
    assert.match(told, /2×24 jam .*3 \(tiga\) hari kerja/);
    assert.match(told, /Surat tugas pengelola situs/);
    assert.match(told, /Menjadi versi 2, berlaku sejak .*1 Desember 2026/);
    const published = await desk.save(`${address}/pratinjau`, preview, {});
    assert.equal(published.location, `${address}/pratinjau?terbit`, visible(published.text));
    const waits = await administrator.get(published.location);
    assert.match(visible(waits.text), /sudah terbit .*mulai Selasa, 1 Desember 2026/);
    assert.match(waits.text, new RegExp(`href="/bulungan/layanan/${name}"`), 'the version before is there');

    const next = catalogue.service('bulungan', name, 2).value;
    assert.deepEqual(next.promise, { basis: 'working', months: 0, days: 3, hours: 0, minutes: 0 });
    const running = ({ form, steps, product, keywords, duties, sameAs }: Service): object => ({
      form,
      steps,
      product,
      keywords,
      duties,
      sameAs,
    });
    assert.deepEqual(running(next), running(before.value), 'it runs as it did');
    assert.deepEqual(
      next.requirements.map(({ id, component }) => [id, component]),
      [
        [before.value.requirements[0]?.id, 1],
        ['surat-tugas-pengelola-situs', 2],
      ],
    );
    assert.match(next.findings.map(({ text }) => text.en).join('\n'), /32\/2004 has been replaced/);

    // Until its day the old one is in force, for whoever comes and for whoever waits.
    assert.equal(catalogue.service('bulungan', name).n, 1);
    app.clock.moveTo('2026-12-01T02:00:00Z');
    assert.equal(catalogue.service('bulungan', name).n, 2);
    const late = await submitExample(api, 'bulungan', name);
    const pinned = await app.context.database.transaction({ government: 'bulungan' }, (tx) =>
      tx
        .selectFrom('request')
        .select(['number', 'service_version as version', 'due_at as due'])
        .where('number', 'in', [under.number, late.number])
        .orderBy('version')
        .execute(),
    );
    assert.deepEqual(
      pinned.map(({ number, version }) => [number, version]),
      [
        [under.number, 1],
        [late.number, 2],
      ],
    );
    assert.equal(String(pinned[0]?.due), Temporal.Instant.from(under.dueAt ?? '').toString());
    app.clock.moveTo(monday);
  });

  test('a service that is there may also be put together anew, or a new one be made beside it', async () => {
    const name = 'hosting-subdomain-email';
    const { components } = app.context.catalogue.service('bulungan', name).value;
    const text = decreeText('Hosting, Subdomain, dan Email', components);
    const { href } = await desk.uploadContent('keputusan-lama.md', Buffer.from(text));
    const run = await administrator.get(`${href}/1/cara`);
    await desk.save(`${href}/1/cara`, run, { jalan: 'susun-ulang' });
    const anew = await administrator.get(`${href}/1/cara`);
    assert.match(anew.text, /name="langkah-0-judul"/);
    assert.doesNotMatch(anew.text, /name="nama-alamat"/, 'the address is that of the service');
    await desk.save(`${href}/1/cara`, anew, { lanjutan: 'baru' });
    const beside = await administrator.get(`${href}/1/cara`);
    assert.match(beside.text, /name="nama-alamat"/);
    const taken = await desk.save(`${href}/1/cara`, beside, { 'nama-alamat': name, ubah: 'lanjut' });
    assert.equal(taken.status, 422, 'nobody makes the next version of a service by its address');
    assert.match(
      visible(taken.text),
      /Alamat ini sudah dipakai layanan .* misalnya hosting-subdomain-email-2/,
    );
    await desk.save(`${href}/1/cara`, beside, { 'nama-alamat': 'hosting-desa', ubah: 'lanjut' });
    const preview = await administrator.get(`${href}/1/pratinjau`);
    assert.match(visible(preview.text), /Menjadi versi 1/);

    const dated = await administrator.get(`${href}/1/cara`);
    await desk.save(`${href}/1/cara`, dated, { berlaku: '2027-01-04', ubah: 'lanjut' });
    const later = await administrator.get(`${href}/1/pratinjau`);
    const published = await desk.save(`${href}/1/pratinjau`, later, {});
    assert.equal(published.location, `${href}/1/pratinjau?terbit`, visible(published.text));
    const waits = await administrator.get(published.location);
    assert.equal(waits.status, 200, 'what is published is shown before its day too');
    assert.match(visible(waits.text), /dapat diajukan mulai Senin, 4 Januari 2027/);
    assert.doesNotMatch(waits.text, /href="\/bulungan\/layanan\/hosting-desa"/, 'it has no page yet');

    const again = await administrator.get(`${href}/1/cara`);
    assert.match(
      again.text,
      /<option value="hosting-desa" selected/,
      'the same review makes its next version',
    );
  });

  test('a decree may amend a service whose day is still to come; its address is nobody else’s', async () => {
    const { components } = app.context.catalogue.service('bulungan', 'hosting-subdomain-email').value;
    const text = decreeText('Hosting Desa', { ...components, time: { text: '4 (empat) hari kerja' } });
    const { href } = await desk.uploadContent('perubahan.md', Buffer.from(text));
    const run = await administrator.get(`${href}/1/cara`);
    assert.match(run.text, /<option value="hosting-desa" selected/);
    assert.match(visible(run.text), /Versi berikutnya dari: .* \(berlaku mulai Senin, 4 Januari 2027\)/);
    assert.match(run.text, /name="berlaku" [^>]*value="2027-01-04"|value="2027-01-04"[^>]* name="berlaku"/);

    await desk.save(`${href}/1/cara`, run, { lanjutan: 'baru' });
    const beside = await administrator.get(`${href}/1/cara`);
    assert.equal(
      fieldsOf(beside)['nama-alamat']?.[0],
      'hosting-desa-2',
      'an address is taken before its day',
    );
    await desk.save(`${href}/1/cara`, beside, { lanjutan: 'hosting-desa', ubah: 'lanjut' });
    const preview = await administrator.get(`${href}/1/pratinjau`);
    assert.match(visible(preview.text), /Menjadi versi 2/);
    assert.match(
      visible(preview.text),
      /Perubahan terhadap versi 1, yang berlaku mulai Senin, 4 Januari 2027/,
    );
    const published = await desk.save(`${href}/1/pratinjau`, preview, {});
    assert.equal(published.location, `${href}/1/pratinjau?terbit`, visible(published.text));
    const versions = app.context.catalogue.versions('bulungan', 'service', 'hosting-desa');
    assert.deepEqual(
      versions.map(({ n, value: { promise }, validFrom }) => [
        n,
        promise.hours || promise.days,
        validFrom.toString(),
      ]),
      [
        [1, 48, '2027-01-03T16:00:00Z'],
        [2, 4, '2027-01-03T16:00:00Z'],
      ],
    );
  });

  test('of two drafts with one address the one that is published later is asked for another', async () => {
    const { components } = app.context.catalogue.service('bulungan', 'hosting-subdomain-email').value;
    const { href: first } = await desk.uploadContent(
      'a.md',
      Buffer.from(decreeText('Titik Akses', components)),
    );
    const { href: second } = await desk.uploadContent(
      'b.md',
      Buffer.from(decreeText('Titik Akses', components)),
    );
    for (const href of [first, second])
      await desk.save(`${href}/1/cara`, await administrator.get(`${href}/1/cara`), { ubah: 'lanjut' });
    await desk.save(`${first}/1/pratinjau`, await administrator.get(`${first}/1/pratinjau`), {});
    assert.equal(app.context.catalogue.service('bulungan', 'titik-akses').n, 1);
    const late = await administrator.get(`${second}/1/pratinjau`);
    assert.match(visible(late.text), /Alamat ini sudah dipakai layanan/);
    assert.match(late.text, new RegExp(`href="${second}/1/cara#f-nama-alamat"`));
    await desk.save(`${second}/1/pratinjau`, late, { saved: '1' });
    assert.equal(app.context.catalogue.versions('bulungan', 'service', 'titik-akses').length, 1);
  });

  test('tariffs are read with what they are for, and a reviewer says it otherwise', async () => {
    const { components } = app.context.catalogue.service('bulungan', 'hosting-subdomain-email').value;
    const fee = { text: 'Izin baru Rp1.500.000,-; perpanjangan Rp500.000,- (Perda Nomor 3 Tahun 2024)' };
    const { href } = await desk.uploadContent(
      'tarif.md',
      Buffer.from(decreeText('Izin Menara', { ...components, fee })),
    );
    const review = await administrator.get(`${href}/1`);
    assert.equal(fieldsOf(review)['tarif']?.[0], '1500000: Izin baru\n500000: perpanjangan');
    const saved = await desk.save(`${href}/1`, review, {
      tarif: '1.500.000: Menara baru\r\n2 x 500.000 untuk perpanjangan menara',
    });
    assert.equal(saved.status, 303, visible(saved.text));
    const preview = visible((await administrator.get(`${href}/1/pratinjau`)).text);
    assert.match(
      preview,
      /salah satu, menurut jenisnya Menara baru: Rp\s?1\.500\.000 perpanjangan menara: 2 × Rp\s?500\.000/,
    );
  });

  test('what is brought to the counter is told before and after asking, and never uploaded', async () => {
    const { components } = app.context.catalogue.service('bulungan', 'hosting-subdomain-email').value;
    const requirements = { items: ['Surat permohonan', 'Contoh bahan menara 2 (dua) kilogram'] };
    const text = decreeText('Uji Bahan', { ...components, requirements });
    const { href } = await desk.uploadContent('uji.md', Buffer.from(text));
    const preview = await administrator.get(`${href}/1/pratinjau`);
    assert.match(visible(preview.text), /kilogram \(dibawa atau ditunjukkan di loket\)/);
    await desk.save(`${href}/1/pratinjau`, preview, {});
    const applicant = nobody(app);
    const page = await applicant.get('/bulungan/layanan/uji-bahan');
    assert.match(visible(page.text), /kilogram \(dibawa ke loket, tidak diunggah\)/);
    const { number, trackingKey } = await submitExample(await apiOf(app), 'bulungan', 'uji-bahan');
    await applicant.get('/bulungan/permohonan');
    const opened = await applicant.post('/bulungan/permohonan', { nomor: number, kunci: trackingKey });
    assert.equal(opened.status, 303);
    const receipt = await applicant.get(`/bulungan/permohonan/${number}/tanda-terima`);
    assert.match(visible(receipt.text), /Bawa ke loket dengan nomor permohonan ini\s+Contoh bahan menara/);
  });
});
