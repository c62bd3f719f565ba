/** Every page that links lead to, as everybody sees it who may: accessible by day and by night, in both languages, and fitting all windows. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demoPassword } from '../../src/people/index.ts';
import { openDemoCounters } from '../../src/demo-counters.ts';
import { makeDemoRequests } from '../../src/demo-requests.ts';
import { usernameOf } from '../support/officer.ts';
import { expectAccessible } from '../support/browser.ts';
import { expectNothingCutOff } from '../support/page-sight.ts';
import { apply, findService, type Slip } from './people/applicant.ts';
import { Eye } from './people/eye.ts';
import { signIn } from './people/officer.ts';
import type { Person } from './people/person.ts';
import { goRound, pagesOf } from './people/rounds.ts';
import { Town } from './people/town.ts';

let town: Town;
const eye = new Eye();
const reached = new Set<string>();
before(async () => {
  town = await Town.open('every-page');
  await makeDemoRequests(town.app.context);
  await openDemoCounters(town.app.context);
});
after(() => town.close());

/** No link leads there: only an act does, and the tests of that act see them. */
const afterAnAct = [
  // Forms under way and what was found missing: the journeys of the services.
  '/:gov/layanan/:service/ajukan/:draft',
  '/:gov/layanan/:service/ajukan/:draft/isi/:screen',
  '/:gov/layanan/:service/ajukan/:draft/berkas',
  '/:gov/layanan/:service/ajukan/:draft/bukti',
  '/:gov/layanan/:service/ajukan/:draft/periksa',
  '/:gov/permohonan/:number/lengkapi',
  // A letter that was begun, and one that was numbered: src/desk/letters/letters.test.ts.
  '/meja/permohonan/:number/surat/:letter',
  '/verifikasi/:code',
  // A trial certificate, once it was delivered: test/journeys/certificate.test.ts.
  '/:gov/permohonan/:number/sertifikat',
  // A second factor, once it is there.
  '/meja/masuk/kode',
  '/meja/akun/dua-langkah/kode-pemulihan',
  '/meja/akun/dua-langkah/matikan',
  '/meja/kelola/petugas/orang/:official/akun/dua-langkah',
  // Visitors at the counter, what a session's end kept, work that failed.
  '/meja/loket/antrean/:id/nomor',
  '/meja/loket/tanda-terima/:number',
  // Numbers that visitors took, and what stands in the waiting room: src/portal/counters/counters.test.ts.
  '/:gov/loket/:counter/nomor/:id',
  '/:gov/loket/:counter/layar/:key',
  '/:gov/loket/:counter/mesin/:key',
  '/:gov/loket/:counter/mesin/:key/:id',
  '/meja/isian/:id',
  '/meja/kelola/pekerjaan/:job/hentikan',
  // What a draft of the calendar would do.
  '/meja/kelola/kalender/ubah/dampak',
  // A decree that was uploaded, and the review of its services: test/journeys/decree.test.ts.
  '/meja/kelola/impor/:id',
  '/meja/kelola/impor/:id/:n',
  '/meja/kelola/impor/:id/:n/cara',
  '/meja/kelola/impor/:id/:n/pratinjau',
];

const windows = [320, 390, 1200] as const;

/** The page as it came, by day; and in English at night, where longer words and other colours show. */
async function lookClosely({ page }: Person, path: string): Promise<void> {
  for (const width of windows) {
    await page.setViewportSize({ width, height: 800 });
    await expectNothingCutOff(page);
  }
  await eye.look(page, true);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${town.origin}${path}${path.includes('?') ? '&' : '?'}lang=en`);
  await eye.look(page, true);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNothingCutOff(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.context().clearCookies({ name: 'bahasa' });
}

async function round(person: Person, from: readonly string[], within = '/'): Promise<void> {
  const { page } = person;
  const faults: string[] = [];
  await goRound({
    page,
    origin: town.origin,
    faults,
    pages: pagesOf(town.app.server),
    from,
    within,
    visit: async (pattern, path) => {
      reached.add(pattern);
      await lookClosely(person, path).catch((fault: unknown) => faults.push(String(fault)));
    },
  });
  assert.deepEqual(faults, []);
}

describe('every page', () => {
  test('that somebody sees who only comes by', async () => {
    const visitor = await town.person();
    await round(visitor, [
      '/',
      '/permohonan',
      '/klungkung',
      '/peragaan/kotak-surat',
      '/gaya',
      '/verifikasi',
      '/klaten?cari=tidakada',
    ]);
    await visitor.leave();
  });

  test('that an applicant sees', async () => {
    const applicant = await town.person();
    const application = await town.application(13);
    await findService(applicant, application);
    const { number }: Slip = await apply(applicant, application);
    await round(applicant, [`/klaten/permohonan/${number}`, `/klaten/permohonan/${number}/tanda-terima`]);
    await applicant.leave();
  });

  for (const position of ['kabid-informatika', 'petugas-rspd', 'petugas-surat', 'administrator', 'auditor'])
    test(`that is open to ${position}`, async () => {
      town.app.clock.moveTo('2026-11-23T02:00:00Z');
      const official = await town.person();
      const username = await usernameOf(town.app, 'klaten', position);
      await signIn(official, { username, password: demoPassword });
      // Public pages are the same for officials.
      await round(official, ['/meja'], '/meja');
      await official.leave();
    });

  test('that tells of a fault', async () => {
    const visitor = await town.person();
    for (const path of ['/klaten/tidak-ada', '/tidak-ada', '/klaten/layanan/tidak-ada', '/meja/tidak-ada']) {
      const answer = await visitor.page.goto(`${town.origin}${path}`);
      assert.equal(answer?.status(), 404, path);
      await lookClosely(visitor, path);
      await expectAccessible(visitor.page);
    }
    await visitor.leave();
  });

  test('is reached by somebody', () => {
    const lost = pagesOf(town.app.server).filter((page) => !reached.has(page));
    assert.deepEqual(lost.toSorted(), afterAnAct.toSorted());
  });
});
