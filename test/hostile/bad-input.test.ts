/** Markup in every field of every service, and what is sent again later than it could be sent first. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exampleFor, formQuestions } from '../../src/standard/index.ts';
import type { Question, Service } from '../../src/standard/index.ts';
import {
  apiOf,
  exampleForm,
  exampleOf,
  keyOf,
  readOnDesk,
  servicePath,
  submitExample,
} from '../support/api.ts';
import type { Api, ApiAnswer, Example, Problem, Receipt } from '../support/api.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { official } from '../support/officer.ts';
import { submitExampleRequest } from '../support/requests.ts';
import { Visitor } from '../support/visitor.ts';

/** As an element, and out of an attribute; long enough for answers that must not be short. */
const MARKUP = '<zq-mark onerror=a>"zq-on=\'b\' \'zq-on="c" &lt;zq-kept&gt; </title></textarea><!-- -->';
const SMUGGLED = /<zq-mark|["']zq-on=|<zq-kept/;
/** It does stand there, as words. */
const AS_WORDS = /&lt;zq-mark/;

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('bad-input');
  api = await apiOf(app);
});

after(() => app.close());

/** Any words; the name of a product has a rule of its own. */
const takesWords = (question: Question): boolean =>
  question.type === 'long-text' || (question.type === 'text' && question.names === undefined);

/** A request with markup wherever words are taken, also as names of its files; where it is taken in at the counter, in its answers. */
async function submitMarked(government: string, service: Service): Promise<Receipt> {
  const example = markedExample(service);
  if (service.atCounter)
    return submitExampleRequest(app, government, service.id, { answers: example.answers });
  const path = `${servicePath(government, service.id)}/requests`;
  const answer = await api.postForm<Receipt & Problem>(path, withMarkedNames(example));
  assert.equal(answer.status, 201, `${service.id}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function markedExample(service: Service): Example {
  const example = exampleFor(service, Temporal.PlainDate.from('2026-11-23'));
  const words = formQuestions(service).filter(
    (question) => takesWords(question) && question.id in example.answers,
  );
  assert.ok(words.length > 0, `${service.id} asks for no words`);
  const answers = {
    ...example.answers,
    ...Object.fromEntries(
      words.map(({ id: name, ...question }) => [
        name,
        MARKUP.slice(0, 'maxLength' in question ? (question.maxLength ?? 200) : 200),
      ]),
    ),
  };
  return { ...example, answers };
}

function withMarkedNames(example: Example): FormData {
  const form = exampleForm(example);
  const parts = Array.from(form);
  for (const [name, value] of parts) {
    if (typeof value !== 'string') form.set(name, value, `${MARKUP.replaceAll('/', '')}.pdf`);
  }
  return form;
}

/** Pages of whoever may open them, all of which must show words as words. */
async function checkPages(
  pages: readonly { readonly url: string; readonly text: string; readonly status: number }[],
): Promise<void> {
  for (const { url, text, status } of pages) {
    assert.equal(status, 200, url);
    assert.doesNotMatch(text, SMUGGLED, url);
  }
  assert.ok(
    pages.some(({ text }) => AS_WORDS.test(text)),
    'what was typed is shown somewhere',
  );
}

describe('markup in every field', () => {
  test('is shown as the words it is, of every service, to applicants and officials', async () => {
    const { catalogue } = app.context;
    let services = 0;
    for (const government of catalogue.governmentIds()) {
      for (const { value: service } of catalogue.services(government)) {
        const { number, trackingKey } = await submitMarked(government, service);
        const visitor = new Visitor(app.server);
        await visitor.open('/permohonan');
        await visitor.submit({ nomor: number, kunci: trackingKey });
        const base = `/${government}/permohonan/${number}`;
        const pages: { url: string; text: string; status: number }[] = [];
        for (const url of [base, `${base}/tanda-terima`, `${base}/tarik`]) {
          const { body, status } = await visitor.open(url);
          pages.push({ url, text: body, status });
        }
        const officer = await official(app, government, service.steps[0]?.positions?.[0] ?? '');
        for (const url of ['/meja', `/meja/permohonan/${number}`]) {
          const { text, status } = await officer.get(url);
          pages.push({ url, text, status });
        }
        await checkPages(pages);
        services += 1;
      }
    }
    assert.equal(services, 16);
  });

  test('comes back from a form as words, in every answer and its fault', async () => {
    const visitor = new Visitor(app.server);
    await visitor.open('/klaten/layanan/pengaduan/ajukan');
    app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
    const names = [
      ...visitor.page.body.matchAll(/<(?:input|textarea|select)[^>]* name="([a-z][\w-]*)"/g),
    ].flatMap(([tag, name = '']) => (/type="hidden"|unseen|situs-web/.test(tag) ? [] : [name]));
    const sent = await visitor.submit(Object.fromEntries(names.map((name) => [name, MARKUP])));
    assert.ok(sent.status === 422 || sent.url !== visitor.page.url);
    assert.doesNotMatch(sent.body, SMUGGLED);
  });
});

describe('a NUL, which nobody types', () => {
  test('is no reason, and breaks none', async () => {
    const { number } = await submitExample(api, 'klaten', 'pengaduan');
    const officer = await official(app, 'klaten', 'petugas-pengaduan');
    const page = `/meja/permohonan/${number}`;
    await officer.get(page);
    const reveal = (reason: string) => officer.post(`${page}/identitas`, { 'reveal.reason': reason });
    assert.equal((await reveal('\0')).status, 422);
    assert.equal((await reveal('a\0b')).status, 200);
  });
});

describe('a submission that is repeated', () => {
  test('gets its first answer also when the same would be refused by now', async () => {
    const path = `${servicePath('klaten', 'ruang-rapat')}/requests`;
    const form = exampleForm(await exampleOf(api, servicePath('klaten', 'ruang-rapat')));
    const send = (key: string): Promise<ApiAnswer<Receipt & Problem>> =>
      api.postForm(path, form, { 'idempotency-key': key });
    const first = await send('sebelum-lewat');
    app.clock.moveTo(app.clock.now().add({ hours: 24 * 60 }));
    const late = await send('sesudah-lewat');
    assert.equal(late.status, 422, 'the day of the meeting has passed');
    const again = await send('sebelum-lewat');
    assert.equal(again.status, 201, JSON.stringify(again.body));
    assert.equal(again.headers['idempotency-replayed'], 'true');
    assert.deepEqual(again.body, first.body);
    assert.equal((await api.get(`/api/v1/requests/${again.body.number}`, keyOf(again.body))).status, 200);
    assert.ok((await readOnDesk(api, 'klaten', again.body.number, 'pengelola-ruang-rapat')).number);
  });
});
