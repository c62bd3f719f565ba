/** Every paper of every service of every government, in both languages; how they are signed and laid out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { allHomes, item, letterCase } from '../../../test/support/letter-case.ts';
import { writePdf } from '../../platform/index.ts';
import { composeLetter, fill, proposedBody, slotsIn } from './compose.ts';
import { facts } from './facts.ts';
import type { LetterCase } from './facts.ts';
import { slots, templateIds } from './model.ts';
import type { Draft, LetterText, Part, TemplateId } from './model.ts';
import { templatesFor } from './offered.ts';
import { letterPaper } from './paper.ts';
import { signatureBlock } from './signature-block.ts';
import type { Signer } from './signature-block.ts';
import { templates } from './templates.ts';
import { attachmentWords, factLabels, MOST_ATTACHMENTS, NOT_RECORDED } from './words.ts';

const homes = await allHomes();
const langs = ['id', 'en'] as const;
const dated = Temporal.PlainDate.from('2026-11-23');

const draftOf = (body: string): Draft => ({
  body,
  nature: 'biasa',
  attachments: 0,
  copies: [],
  post: 'kepala',
});
const signer: Signer = {
  post: 'kepala',
  as: 'definitive',
  name: 'Budi Santoso, S.Kom.',
  rank: 'Pembina Tingkat I',
  nip: '197001011990011001',
};

function textOf(
  template: TemplateId,
  given: LetterCase,
  lang: 'id' | 'en',
  draft?: Partial<Draft>,
): LetterText {
  const whole = { ...draftOf(proposedBody(template, given, 'id')), ...draft };
  return composeLetter({ template, draft: whole, signer, dated, number: '500.12/7/2026' }, given, lang);
}

const sentencesOf = (part: Part): readonly string[] => {
  if ('say' in part) return [part.say.id, part.say.en];
  if ('body' in part) return [part.body.id, part.body.en];
  return 'list' in part ? [part.above.id, part.above.en, part.none.id, part.none.en] : [];
};

const allWords = (text: LetterText): string => JSON.stringify(text);
const paragraphs = (text: LetterText): string =>
  text.parts
    .flatMap((part) => (part.kind === 'paragraph' ? part.text : part.kind === 'list' ? part.items : []))
    .join('\n');

describe('templates', () => {
  it('name only facts that are known, the same in both languages', () => {
    const known: readonly string[] = slots;
    for (const id of templateIds) {
      for (const part of templates[id].parts) {
        const sentences = sentencesOf(part);
        for (const slot of sentences.flatMap(slotsIn)) assert.ok(known.includes(slot), `${id}: {${slot}}`);
        const [indonesian = '', english = ''] = sentences;
        assert.deepEqual(slotsIn(indonesian).toSorted(), slotsIn(english).toSorted(), `${id}: ${indonesian}`);
        if ('facts' in part) for (const slot of part.facts) assert.ok(factLabels[slot], `${id}: ${slot}`);
      }
    }
  });

  for (const home of homes) {
    it(`${home.government.id} ${home.service.id}: every paper is without a hole`, () => {
      for (const id of templateIds) {
        for (const lang of langs) {
          const text = textOf(id, letterCase(home), lang);
          assert.doesNotMatch(
            allWords(text),
            /[{}]\w+\}|undefined|\[object|\.\.|null,"subject/,
            `${id} ${lang}`,
          );
          // A title that says itself that somebody asks goes on in the sentence.
          const named = text.subject.toLowerCase().includes(home.service.title[lang].toLowerCase());
          assert.ok(text.parts.length > 1 && named, `${id}: ${text.subject}`);
          assert.doesNotMatch(text.subject, /permohonan permohonan|request for .*request/i);
          assert.deepEqual(text.addressee, ['Sri Contoh']);
        }
      }
    });
  }

  it('a refusal says ground, law, reason and every remedy of its standard', () => {
    for (const home of homes) {
      const refusal = {
        ground: { id: 'Ruang dipakai.', en: 'Taken.' },
        law: 'Pasal 5',
        reason: 'Ada rapat lain',
      };
      const text = textOf('refused', letterCase(home, { status: 'refused' }, { refusal }), 'id');
      for (const words of [
        'Ruang dipakai.',
        'Pasal 5',
        'Ada rapat lain',
        ...home.service.remedies.map(({ id }) => id),
      ])
        assert.ok(paragraphs(text).includes(words), `${home.service.id}: ${words}`);
    }
  });

  it('what is missing is named as the standard names it', () => {
    const home = homes.find(({ service }) => service.requirements.length > 0);
    assert.ok(home);
    const [first] = home.service.requirements;
    assert.ok(first);
    const timeline = [item({ kind: 'returned', missing: [first.id, 'other'], text: 'Tanpa stempel' })];
    const given = letterCase(home, { status: 'returned' }, { timeline });
    assert.match(paragraphs(textOf('returned', given, 'id')), new RegExp(`Tanpa stempel`));
    assert.ok(paragraphs(textOf('returned', given, 'en')).includes(first.label.en));
  });

  it('a fact that is not known says so and is never made up', () => {
    const [home] = homes;
    assert.ok(home);
    const given = letterCase(home, {}, { promisedBy: null });
    for (const lang of langs) assert.equal(fill('{due}', given, lang), NOT_RECORDED[lang]);
    assert.equal(facts.law(given, 'id'), null);
  });

  it('nobody is named where the standard hides who reports', () => {
    const [home] = homes;
    assert.ok(home);
    const nobody = { kind: 'citizen', name: null, agency: null, subject: null };
    const given = letterCase(home, {}, { applicant: nobody });
    assert.deepEqual(textOf('granted', given, 'id').addressee, [`Pemohon nomor ${given.view.state.number}`]);
  });

  it('a paragraph that was written anew stands in both; one left as proposed is translated', () => {
    const [home] = homes;
    assert.ok(home);
    const given = letterCase(home);
    assert.match(paragraphs(textOf('granted', given, 'en')), /Your request is granted/);
    for (const lang of langs)
      assert.match(
        paragraphs(textOf('granted', given, lang, { body: 'Ditulis sendiri.\n\nLagi.' })),
        /Ditulis sendiri\.\nLagi\./,
      );
  });

  it('fit the state', () => {
    const [home] = homes;
    assert.ok(home);
    const of = (...given: Parameters<typeof letterCase> extends [unknown, ...infer More] ? More : never) =>
      templatesFor(letterCase(home, ...given).view);
    assert.deepEqual(of(), ['receipt']);
    assert.deepEqual(of({ status: 'refused', step: null }), ['refused', 'receipt']);
    assert.deepEqual(of({ status: 'returned' }), ['returned', 'receipt']);
    assert.deepEqual(of({ status: 'closed', step: null }), ['granted', 'hand-over', 'receipt']);
    assert.ok(of({ overdue: true }).includes('apology'));
    assert.ok(of({ extensions: [{ basis: 'working', days: 5 }] }).includes('extended'));
    assert.deepEqual(of({ status: 'closed' }, { erased: true }), []);
  });
});

describe('signature block', () => {
  const home = homes.find(({ government }) => government.id === 'klaten');
  assert.ok(home);
  const { positions } = home.organisation;
  const office = home.service.office;
  const own = positions.filter(({ agency }) => agency === office);
  const head = own.find(({ superior }) => !own.some(({ id }) => id === superior));
  assert.ok(head);
  const depth = (id: string): number => {
    const superior = own.find((one) => one.id === id)?.superior ?? null;
    return superior === null || !own.some((one) => one.id === superior) ? 0 : 1 + depth(superior);
  };
  const block = (post: string, as: Signer['as'] = 'definitive') =>
    signatureBlock({ ...signer, post, as }, home.organisation, office, 'id');

  it('the head signs in their own name, with rank and NIP', () => {
    assert.deepEqual(block(head.id), {
      post: [`${head.title.id},`],
      name: 'Budi Santoso, S.Kom.',
      under: ['Pembina Tingkat I', 'NIP 197001011990011001'],
    });
  });
  it('one below signs a.n., and Plh. before the title of the post', () => {
    const second = own.find(({ id }) => depth(id) === 1);
    assert.ok(second);
    assert.deepEqual(block(second.id, 'plh').post, [`a.n. ${head.title.id}`, `Plh. ${second.title.id},`]);
  });
  it('further below u.b. the one between', () => {
    const third = own.find(({ id }) => depth(id) === 2);
    const between = own.find(({ id }) => id === third?.superior);
    assert.ok(third && between);
    assert.deepEqual(block(third.id, 'plt').post, [
      `a.n. ${head.title.id}`,
      between.title.id,
      'u.b.',
      `Plt. ${third.title.id},`,
    ]);
  });
  it('attachments are counted in words', () => {
    assert.deepEqual(
      [attachmentWords(0, 'id'), attachmentWords(2, 'id'), attachmentWords(1, 'en')],
      ['-', 'Dua berkas', 'One document'],
    );
    assert.match(attachmentWords(MOST_ATTACHMENTS, 'id'), /^Sepuluh/);
  });
});

describe('the sheet', () => {
  const [home] = homes;
  assert.ok(home);
  const write = async (template: TemplateId, lang: 'id' | 'en') => {
    const text = textOf(template, letterCase(home), lang, {
      copies: ['Kepala Bagian Hukum'],
      attachments: 1,
    });
    const paper = letterPaper(text, {
      government: home.government,
      id: 'x',
      createdAt: Temporal.Instant.from('2026-11-23T02:00:00Z'),
      verifyAt: 'http://localhost:3000/verifikasi/ABCDEFGHJKMNPQRS',
      banner: null,
      foot: null,
    });
    const { bytes } = await writePdf(paper);
    const { text: words } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    });
    return { bytes, words: words.replaceAll(/\s+/g, ' ') };
  };

  for (const template of templateIds) {
    it(`${template} can be searched: number, Hal, who signs, where it is checked`, async () => {
      const { words } = await write(template, 'id');
      const { form, numbered, title } = templates[template];
      if (numbered) assert.match(words, /500\.12\/7\/2026.*Budi Santoso.*NIP 197001011990011001/);
      assert.match(
        words,
        form === 'letter'
          ? /Nomor : 500.*Sifat : Biasa.*Lampiran : Satu berkas.*Hal :.*Yth\. Sri Contoh/
          : new RegExp(title.id.toUpperCase()),
      );
      if (form === 'letter') assert.ok(words.includes(home.service.title.id));
      assert.match(words, /Tembusan: 1\. Kepala Bagian Hukum|Kepala Bagian Hukum/);
      // What has no number is no letter, and is checked nowhere.
      if (numbered) assert.match(words, /verifikasi\/ ?ABCDEFGHJKMNPQRS/);
    });
  }

  it('is made again byte for byte', async () => {
    assert.deepEqual((await write('granted', 'id')).bytes, (await write('granted', 'id')).bytes);
  });
});
