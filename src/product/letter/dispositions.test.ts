/** A request that was handed on twice: each disposition by itself, on the sheet that is printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { allHomes, item, letterCase } from '../../../test/support/letter-case.ts';
import { writePdf } from '../../platform/index.ts';
import { composeLetter } from './compose.ts';
import { dispositionsOf } from './dispositions.ts';
import type { LetterCase } from './facts.ts';
import { letterPaper } from './paper.ts';

const home = (await allHomes()).find(({ service }) => service.id === 'server-hosting');
assert.ok(home);
const [first, second] = home.organisation.instructions;
assert.ok(first && second);

const twice = letterCase(
  home,
  {},
  {
    officials: { a: 'Retno Contoh', b: 'Budi Contoh' },
    timeline: [
      item({
        kind: 'step-made',
        at: '2026-11-23T02:00:00Z',
        who: { id: 'Kepala Dinas', en: 'Head' },
        official: 'a',
        addressees: ['kabid-informatika'],
        instructions: [1],
        text: 'Mohon dibantu.',
      }),
      item({ kind: 'commented', text: 'Bukan disposisi.' }),
      item({
        kind: 'step-made',
        at: '2026-11-24T18:30:00Z',
        who: { id: 'Kepala Bidang', en: 'Head of division' },
        official: 'b',
        acting: 'plh',
        addressees: ['staf-teknis', 'tim-teknis'],
        instructions: [0],
      }),
    ],
  },
);

async function printed(given: LetterCase): Promise<string> {
  const draft = { body: '', nature: 'biasa', attachments: 0, copies: [], post: '' } as const;
  const dated = Temporal.PlainDate.from('2026-12-01');
  const sheet = { template: 'disposition', draft, signer: null, dated, number: null } as const;
  const { bytes } = await writePdf(
    letterPaper(composeLetter(sheet, given, 'id'), {
      government: given.view.government,
      id: 'x',
      createdAt: Temporal.Instant.from('2026-12-01T02:00:00Z'),
      verifyAt: null,
      banner: null,
      foot: null,
    }),
  );
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

test('are told one by one, with who, when, whom, how and the note', () => {
  assert.deepEqual(dispositionsOf(twice, 'id'), [
    {
      post: 'Kepala Dinas',
      name: 'Retno Contoh',
      at: 'Senin, 23 November 2026, 09.00 WIB',
      placeAndDate: 'Klaten, 23 November 2026',
      to: ['Kepala Bidang Informatika dan Persandian'],
      instructions: [second.id],
      note: 'Mohon dibantu.',
    },
    {
      post: 'Plh. Kepala Bidang',
      name: 'Budi Contoh',
      at: 'Rabu, 25 November 2026, 01.30 WIB',
      placeAndDate: 'Klaten, 25 November 2026',
      to: ['Staf Teknis', 'Tim Teknis Aplikasi'],
      instructions: [first.id],
      note: null,
    },
  ]);
});

test('stand in the file each with its own addressees and instructions, signed by whoever made it', async () => {
  const words = await printed(twice);
  const one = [
    'Dari : Kepala Dinas · Retno Contoh',
    'Tanggal : Senin, 23 November 2026',
    'Diteruskan kepada : Kepala Bidang Informatika dan Persandian',
    `Isi disposisi : ${second.id}`,
    'Catatan : Mohon dibantu.',
    'Klaten, 23 November 2026 Kepala Dinas Retno Contoh',
  ];
  const other = [
    'Dari : Plh. Kepala Bidang · Budi Contoh',
    'Diteruskan kepada : Staf Teknis Tim Teknis Aplikasi',
    `Isi disposisi : ${first.id}`,
    'Klaten, 25 November 2026 Plh. Kepala Bidang Budi Contoh',
  ];
  let from = 0;
  for (const part of [...one, ...other]) {
    const at = words.indexOf(part, from);
    assert.ok(at >= from, `${part} in: ${words}`);
    from = at + part.length;
  }
  assert.doesNotMatch(words, /1 Desember 2026|Bukan disposisi/);
});

test('where there is none, the file has the lines to be ticked by hand and nobody’s name', async () => {
  const words = await printed(letterCase(home));
  for (const { id } of home.organisation.instructions) assert.ok(words.includes(`( ) ${id}`), id);
  assert.match(words, /Diteruskan kepada : …+.*Catatan : …+ Klaten, …+/);
});
