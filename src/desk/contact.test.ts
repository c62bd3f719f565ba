import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { official } from '../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';
import { trackRequest } from '../request/index.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const versionIn = ({ text }: Page): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const pathOf = (number: string): string => `/meja/permohonan/${number}`;
const linkIn = ({ text }: Page, start: string): string =>
  new RegExp(`href="(${start}[^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('reaching the applicant', () => {
  let app: TestApp;
  let clerk: Officer;
  before(async () => {
    app = await startTestApp('contact');
    clerk = await official(app, 'klaten', 'petugas-rspd');
  });
  after(() => app.close());

  const post = async (number: string, values: FormValues): Promise<Page> => {
    const page = await clerk.get(pathOf(number));
    return clerk.post(pathOf(number), { version: versionIn(page), action: 'contact', ...values });
  };

  test('the message says number, state and address, and nothing about a person', async () => {
    const { number, trackingKey } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    const page = await clerk.get(pathOf(number));
    const whatsApp = new URL(linkIn(page, 'https://wa.me/'));
    assert.equal(whatsApp.pathname, '/6281200000103', 'international, without plus sign or zero');
    const text = whatsApp.searchParams.get('text') ?? '';
    assert.equal(
      text,
      `Diskominfo Klaten: permohonan ${number} sedang diproses. Lihat perkembangannya di http://localhost:3000/klaten/permohonan/${number}`,
    );
    for (const secret of [trackingKey, 'Sari', 'AD 1234', '3310'])
      assert.ok(!whatsApp.href.includes(encodeURIComponent(secret)), secret);
    assert.equal(linkIn(page, 'tel:'), 'tel:+6281200000103');
    assert.match(page.text, /href="https:\/\/wa\.me[^>]*target="_blank" rel="noopener noreferrer"/);
  });

  test('the message is in the language that the applicant chose, whatever the official reads', async () => {
    const said = async (number: string, lang: 'id' | 'en'): Promise<string> => {
      const page = await clerk.get(`${pathOf(number)}?lang=${lang}`);
      return new URL(linkIn(page, 'https://wa.me/')).searchParams.get('text') ?? '';
    };
    const [indonesian, english] = [
      await submitExampleRequest(app, 'klaten', 'kehilangan-stnk'),
      await submitExampleRequest(app, 'klaten', 'kehilangan-stnk', { lang: 'en' }),
    ];
    assert.match(await said(indonesian.number, 'en'), /permohonan KLT-.* sedang diproses/);
    assert.match(await said(english.number, 'id'), /request KLT-.* is being handled/);
  });

  test('a letter by e-mail has subject and text; an applicant without e-mail has no such link', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'server-hosting');
    const head = await official(app, 'klaten', 'kabid-informatika');
    const mail = new URL(linkIn(await head.get(pathOf(number)), 'mailto:'));
    assert.equal(mail.pathname, 'dian@klaten.example');
    assert.equal(mail.searchParams.get('subject'), `Nomor permohonan ${number}`);
    assert.match(mail.searchParams.get('body') ?? '', /sedang diproses/);
    const { number: other } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    assert.equal(linkIn(await clerk.get(pathOf(other)), 'mailto:'), '');
  });

  test('each try is recorded, failed ones too: codes in the journal, words sealed, nothing to the applicant', async () => {
    const { number, trackingKey } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    const messages = await countMessages();
    const said = 'Diminta datang besok pukul sembilan';
    const tries: readonly FormValues[] = [
      { 'contact.channel': 'phone', 'contact.outcome': 'no-answer' },
      { 'contact.channel': 'whatsapp', 'contact.outcome': 'reached', 'contact.text': said },
    ];
    for (const one of tries) assert.equal((await post(number, one)).location, `${pathOf(number)}?tercatat`);
    const words = visible((await clerk.get(pathOf(number))).text);
    assert.match(words, /Ditelepon: tidak ada jawaban/);
    assert.match(
      words,
      /Dihubungi lewat WhatsApp: pemohon dapat dihubungi .*Petugas Loket RSPD · Tono Contoh/,
    );
    assert.match(words, new RegExp(said));
    const journal = await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('journal').select('data').where('kind', '=', 'contacted').execute(),
    );
    assert.deepEqual(journal[0]?.data, { channel: 'phone', outcome: 'no-answer' });
    assert.ok(!JSON.stringify(journal).includes('besok'));
    const tracked = await trackRequest(app.context, { government: 'klaten', number, trackingKey });
    assert.ok(!tracked.timeline.some(({ kind }) => kind === 'contacted'));
    assert.equal(await countMessages(), messages, 'no message leaves for it');
  });

  test('how and with what outcome has to be said; what was typed stays', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    const refused = await post(number, { 'contact.text': 'Sudah dicoba dua kali' });
    assert.equal(refused.status, 422);
    assert.match(visible(refused.text), /Pilih: Dihubungi lewat apa\. .*Pilih: Hasilnya\./);
    assert.match(refused.text, /Sudah dicoba dua kali/);
    const odd = await post(number, { 'contact.channel': 'pigeon', 'contact.outcome': 'reached' });
    assert.equal(odd.status, 422);
  });

  test('a protected reporter is not reached from the page', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'pengaduan');
    const officer = await official(app, 'klaten', 'petugas-pengaduan');
    const page = await officer.get(pathOf(number));
    for (const way of ['https://wa.me/', 'tel:', 'mailto:']) assert.equal(linkIn(page, way), '', way);
    assert.match(visible(page.text), /Catat kontak dengan pemohon/);
  });

  const countMessages = async (): Promise<unknown> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx
        .selectFrom('message')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
        .then((row) => row?.n),
    );
});
