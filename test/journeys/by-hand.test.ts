/** Roads that fork, told one by one: sent back, refused, withdrawn, two officials at once, left and taken up again. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { momentAsSaid } from './people/service-page.ts';
import { apply, findService, track } from './people/applicant.ts';
import { answer } from './people/form.ts';
import { isFocused } from './people/keyboard.ts';
import { makeStep } from './people/officer.ts';
import type { Person } from './people/person.ts';
import { carry, receive } from './people/road.ts';
import { Town, type Manner } from './people/town.ts';
import { said } from './people/words.ts';
import { getStory } from './stories/stories.ts';

let town: Town;
before(async () => {
  town = await Town.open('by-hand');
});
after(() => town.close());

const phone: Manner = { width: 390, height: 844 };

/** Opens the fold of an action that is not the step's own. */
const openFold = ({ main, hands }: Person, name: string): Promise<void> =>
  hands.press(main.getByText(name, { exact: true }).first());

describe('a request that is sent back', () => {
  test('waits without its clock, is completed on a phone without scripts, and is due as counted by hand', async () => {
    const application = await town.application(4, 2);
    const { expected, story, deadline } = application;
    const [pause] = deadline.pauses ?? [];
    assert.ok(pause);
    const applicant = await town.person({ ...phone, scripts: false });
    await findService(applicant, application);
    const slip = await apply(applicant, application);

    town.app.clock.moveTo(pause[0]);
    const checker = await town.official(expected, 'kabid-informatika', slip.number, phone);
    await openFold(checker, 'Kembalikan untuk dilengkapi');
    await checker.hands.write(checker.main.getByLabel('Pesan untuk pemohon'), 'Surat belum dibubuhi cap.');
    await checker.press('Kembalikan untuk dilengkapi');
    await checker.main.getByRole('alert').waitFor();
    const kept = await checker.main.getByLabel('Pesan untuk pemohon').inputValue();
    assert.equal(kept, 'Surat belum dibubuhi cap.', 'what was typed survives the missing tick');
    const missing = checker.main.getByRole('group', { name: 'Yang kurang' });
    await checker.hands.tick(missing.getByLabel(story.documents[0]?.label.id ?? '', { exact: true }));
    await checker.press('Kembalikan untuk dilengkapi');
    await checker.sees('Waktu berhenti, menunggu pemohon');
    await checker.leave();

    await track(applicant, expected.government, slip);
    await applicant.sees('Waktu berhenti, menunggu Anda', 'Surat belum dibubuhi cap.');
    town.app.clock.moveTo(pause[1]);
    await track(applicant, expected.government, slip);
    await applicant.follow('Lengkapi berkas');
    await applicant.hands.attach(applicant.main.getByLabel(story.documents[0]?.label.id ?? ''), {
      name: 'surat-bercap.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%stamped\n%%EOF\n'),
    });
    await applicant.press('Kirim kelengkapan');
    await applicant.sees(/Waktu kami berjalan lagi/, momentAsSaid(deadline.due, '0001-01-01', 'id'));

    await carry(town, application, slip, {});
    await receive(town, application, slip, phone);
    await applicant.leave();
  });
});

describe('a request that ends otherwise', () => {
  test('is refused with its ground, the reason and the ways to object', async () => {
    const application = await town.application(6);
    const { expected } = application;
    const applicant = await town.person(phone);
    await findService(applicant, application);
    const slip = await apply(applicant, application);
    await carry(town, application, slip, { until: 'kapasitas' });

    const assessor = await town.official(expected, 'staf-teknis', slip.number, phone);
    await openFold(assessor, 'Tolak');
    await assessor.hands.pick(
      assessor.main.getByLabel('Dasar penolakan'),
      'Kapasitas pusat data tidak cukup; angkanya tercantum dalam hasil pemeriksaan.',
    );
    await assessor.press('Tolak');
    await assessor.main.getByRole('alert').waitFor();
    const reason = 'Sisa memori 4 GB, yang diminta 8 GB.';
    await assessor.hands.write(assessor.main.getByLabel('Alasan untuk pemohon'), reason);
    await assessor.press('Tolak');
    await assessor.sees('Ditolak');

    await track(applicant, expected.government, slip);
    await applicant.sees('Permohonan ini ditolak', reason, 'Bila Anda tidak setuju', /Ombudsman/);
    await applicant.leave();
    await assessor.leave();
  });

  test('is withdrawn by its applicant, and officials see it at once', async () => {
    const application = await town.application(15);
    const { expected } = application;
    const applicant = await town.person({ ...phone, scripts: false, dark: true });
    await findService(applicant, application);
    const slip = await apply(applicant, application);
    const checker = await town.official(expected, 'kabid-egov', slip.number);
    await applicant.follow(said('follow', 'id'));
    await applicant.follow('Tarik permohonan');
    await applicant.hands.write(applicant.main.getByLabel(/^Alasan/), 'Sudah dibantu instansi lain.');
    await applicant.press('Tarik permohonan');
    await applicant.sees('Permohonan Anda sudah ditarik');
    await checker.reload();
    await checker.sees(/ditarik/i);
    assert.equal(
      await checker.main.getByRole('button', { name: 'Sesuai, teruskan ke registrasi' }).count(),
      0,
    );
    await checker.leave();
    await applicant.leave();
  });
});

describe('two officials of one post', () => {
  test('cannot make one step twice: the second sees what changed and keeps what they wrote', async () => {
    const application = await town.application(4);
    const { expected, story, today } = application;
    const applicant = await town.person();
    await findService(applicant, application);
    const slip = await apply(applicant, application);
    await applicant.leave();
    await carry(town, application, slip, { until: 'peninjauan' });
    const step = expected.steps.find((one) => one.step === 'peninjauan');
    assert.ok(step);
    const eko = await town.signedIn('eko@klaten', slip.number);
    const fajar = await town.signedIn('fajar@klaten', slip.number);
    await makeStep(eko, { expected, story, step, today, contact: '' });
    for (const one of story.entries['peninjauan']?.answers ?? []) await answer(fajar, one, today);
    await fajar.hands.write(fajar.main.getByLabel(/^Catatan peninjauan/), 'Uplink kedua masih longgar.');
    await fajar.press('Memenuhi, lanjutkan');
    await fajar.sees('Permohonan ini sudah berubah sesudah Anda membukanya', 'Uplink kedua masih longgar.');
    const made = (await fajar.words()).match(/Tinjau pemakaian jalur dan kapasitas uplink/g) ?? [];
    assert.ok(made.length > 0);
    await carry(town, application, slip, { from: 'keputusan' });
    await fajar.leave();
    await eko.leave();
  });
});

describe('a form', () => {
  test('says what is missing with links to it, keeps what is there, and is taken up elsewhere by its link', async () => {
    const application = await town.application(5);
    const { story, today } = application;
    const applicant = await town.person({ ...phone, keyboardOnly: true });
    await findService(applicant, application);
    await applicant.follow(said('apply', 'id'));
    const [agency, name] = story.answers;
    assert.ok(agency && name);
    await answer(applicant, name, today);
    town.think();
    await applicant.press(said('goOn', 'id'));
    const alert = applicant.main.getByRole('alert');
    const fault = alert.getByRole('link', { name: /Perangkat daerah/ });
    await applicant.hands.press(fault);
    const control = applicant.main.getByLabel(agency.label.id, { exact: true });
    assert.ok(await isFocused(control), 'the link leads into the field');
    assert.equal(await applicant.main.getByLabel(name.label.id, { exact: true }).inputValue(), 'Dian Contoh');
    await answer(applicant, agency, today);
    await applicant.press('Simpan, lanjutkan nanti');
    const link = /https?:\/\/\S+/.exec(await applicant.words())?.[0];
    assert.ok(link, 'the page shows the link');
    await applicant.leave();

    const later = await town.person({ width: 320, height: 256 });
    await later.visit(new URL(link).pathname);
    const where = await later.words();
    if (where.includes('Lanjutkan sekarang')) await later.follow('Lanjutkan sekarang');
    assert.equal(await later.main.getByLabel(name.label.id, { exact: true }).inputValue(), 'Dian Contoh');
    await later.leave();
  });
});

describe('a large scan over a slow line', () => {
  test('says how far it is; one that is refused is told beside its field, a right one leads on', async () => {
    const { expected } = await town.application(4);
    const applicant = await town.person(phone);
    const { page, main, hands } = applicant;
    const faults: string[] = [];
    page.on('console', (line) => {
      if (/Security Policy/.test(line.text())) faults.push(line.text());
    });
    await applicant.visit(`/${expected.government}/layanan/penambahan-bandwidth/ajukan`);
    town.app.clock.moveTo(town.app.clock.now().add({ seconds: 30 }));
    await applicant.press('Simpan, lanjutkan nanti');
    const form = page.url().replace(/\/isi\/.*/, '');
    await page.goto(`${form}/berkas`);
    const line = await page.context().newCDPSession(page);
    const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
    await line.send('Network.emulateNetworkConditions', conditions);
    const scan = (content: Buffer): Promise<void> =>
      hands.attach(main.locator('input[type=file]').first(), {
        name: 'pindai.pdf',
        mimeType: 'application/pdf',
        buffer: content,
      });
    await scan(Buffer.alloc(900_000, 'x'));
    await hands.press(main.getByRole('button', { name: 'Lanjutkan', exact: true }));
    await main.getByText(/(25|50|75) %\. Sedang mengirim/).waitFor();
    await main.getByRole('alert').getByRole('link', { name: /PDF/ }).waitFor();
    assert.equal(page.url(), `${form}/berkas`);
    await scan(Buffer.from(`%PDF-1.4\n%${'x'.repeat(300_000)}\n%%EOF\n`));
    await hands.press(main.getByRole('button', { name: 'Lanjutkan', exact: true }));
    await page.waitForURL(/\/isi\//);
    await page.goto(`${form}/berkas`);
    await applicant.sees('pindai.pdf');
    assert.deepEqual(faults, []);
    // The line is slow as long as this session stands, also for whoever gets the window next.
    await line.detach();
    await applicant.leave();
  });
});

describe('English', () => {
  test('stays once it is switched on, from page to page, until it is switched back', async () => {
    const visitor = await town.person();
    await visitor.visit('/klaten');
    const banner = visitor.page.getByRole('banner');
    const lang = (): Promise<string | null> => visitor.page.locator('html').getAttribute('lang');
    assert.equal(await lang(), 'id');
    await visitor.follow('English', banner);
    assert.equal(await lang(), 'en');
    await visitor.follow(getStory(10).title.en);
    await visitor.follow('Apply now');
    assert.equal(await lang(), 'en');
    await visitor.visit('/klaten/maklumat');
    assert.equal(await lang(), 'en');
    await visitor.follow('Bahasa Indonesia', banner);
    await visitor.visit('/klaten/permohonan');
    assert.equal(await lang(), 'id');
    await visitor.leave();
  });
});
