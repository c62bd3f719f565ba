import { html, type Content } from '../html.ts';
import { buttonRow } from '../components/button.ts';
import { pairs } from '../components/layout.ts';
import { letterhead, printButton, printOnly, screenOnly, sheet, signatures } from '../components/paper.ts';

/** Paper, as it looks on the screen. */
export const paperShown = (): Content => [
  screenOnly(buttonRow(printButton('Cetak tanda terima'))),
  screenOnly(html`<p class="soft">Hanya di layar.</p>`),
  printOnly(html`<p>Hanya di kertas.</p>`),
  sheet({
    level: 3,
    head: letterhead({
      initial: 'K',
      government: 'Pemerintah Kabupaten Klaten',
      office: 'Dinas Komunikasi dan Informatika',
      contact: 'Jalan Contoh 1, Klaten · telepon (0272) 000000',
    }),
    title: 'Tanda terima berkas',
    number: 'KLT-2026-7F3K9Q',
    children: [
      pairs([
        { term: 'Pemohon', value: 'Kecamatan Trucuk' },
        { term: 'Layanan', value: 'Server dan hosting di pusat data' },
        { term: 'Diterima', value: 'Senin, 23 November 2026, 10.15 WIB' },
      ]),
      signatures([
        { post: 'Yang menyerahkan', name: '' },
        {
          placeAndDate: 'Klaten, 23 November 2026',
          post: 'Petugas loket',
          name: 'B. Contoh',
          detail: 'NIP 19800101 200001 1 001',
        },
      ]),
    ],
  }),
];
