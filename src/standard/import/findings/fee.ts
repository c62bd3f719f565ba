/** Fees without a basis, fees that could not be read, and services that are free but for something. */
import { saysFree } from '../grammar/fee.ts';
import type { ImportedFee } from '../model.ts';
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

/** Regional taxes and levies need a regional regulation (UU 1/2022); of the state a government regulation on PNBP. */
const TARIFF =
  /retribusi|tarif|pajak daerah|biaya|penerimaan negara bukan pajak|pnbp|blud|badan layanan umum/i;
const BUT = /\b(?:kecuali|di\s?tanggung|dibebankan|sesuai ketentuan|penggandaan|fotokopi|materai|meterai)\b/i;

export const feeBasis: Rule = ({ service }) => {
  const { fee, legalBasis } = service.components;
  if (fee.amounts.length === 0) return [];
  const cited =
    [fee.text, ...legalBasis.items.map(({ text }) => text)].some(
      (text) =>
        TARIFF.test(text) &&
        /peraturan|perda|perbup|perwali|undang|keputusan/i.test(text) &&
        text !== fee.text,
    ) || /\b(?:perda|peraturan (?:daerah|bupati|wali\s?kota|gubernur|pemerintah))\b/i.test(fee.text);
  if (cited) return [];
  return [
    finding(
      'warning',
      'fee',
      fee.place,
      `Dipungut biaya (“${fee.text}”), tetapi tidak ada dasar tarif yang disebut (Peraturan Daerah menurut UU 1/2022).`,
      `A fee is charged (“${fee.text}”) and no tariff basis is cited (a regional regulation under UU 1/2022).`,
    ),
  ];
};

/** "Peraturan Daerah … Nomor 1 Tahun 2024" as one says it. */
const citedIn = (text: string): string =>
  [
    ...text.matchAll(
      /(peraturan (?:daerah|bupati|wali\s?kota|gubernur|pemerintah)|perda|perbup|perwali)\b.*?\b(?:nomor|no\.?)\s*(\d+)\s*tahun\s*(\d{4})/gi,
    ),
  ]
    .map(([, kind = '', number = '', year = '']) => `${kind} ${number}/${year}`)
    .join(', ');

/** The fee's own words only point to the table. */
export const feeFromTable: Rule = ({ service: { tariffTable, components } }) =>
  tariffTable === null
    ? []
    : [
        finding(
          'warning',
          'fee',
          tariffTable.place,
          `${components.fee.amounts.length} tarif diambil dari “${tariffTable.text}” di belakang standar ini. Pastikan tabel itu untuk layanan ini.`,
          `${components.fee.amounts.length} amounts were taken from “${tariffTable.text}” behind this standard. Make sure that the table is for this service.`,
        ),
      ];

export const feeUnread: Rule = ({ service }) => {
  const { fee } = service.components;
  if (fee.text === '') return [];
  if (fee.amounts.length === 0 && !fee.free) {
    const cited = citedIn(fee.text);
    const [id, en] = cited === '' ? ['', ''] : [` (merujuk ${cited})`, ` (it points to ${cited})`];
    return [
      finding(
        'error',
        'fee',
        fee.place,
        `Besarnya biaya tidak terbaca dari “${fee.text}”${id}, dan tidak disebut gratis. Tetapkan.`,
        `No amount can be read from “${fee.text}”${en}, nor that the service is free. Decide it.`,
      ),
    ];
  }
  if (fee.free && BUT.test(fee.text)) {
    return [
      finding(
        'warning',
        'fee',
        fee.place,
        `“${fee.text}”: gratis, tetapi ada biaya lain yang disebut. Periksa.`,
        `“${fee.text}”: free, but another cost is named. Check it.`,
      ),
    ];
  }
  return severalFees(fee);
};

function severalFees(fee: ImportedFee): readonly Found[] {
  if (fee.amounts.length > 0 && saysFree(fee.text)) {
    return [
      finding(
        'warning',
        'fee',
        fee.place,
        `“${fee.text}”: disebut gratis, tetapi ada nilai rupiah di bagian yang sama. Tetapkan untuk apa.`,
        `“${fee.text}”: called free, and yet an amount stands in the same cell. Decide what it is for.`,
      ),
    ];
  }
  if (fee.amounts.length < 2) return [];
  return [
    finding(
      'info',
      'fee',
      fee.place,
      `Ada ${fee.amounts.length} tarif dalam “${fee.text}”. Tetapkan masing-masing untuk apa.`,
      `“${fee.text}” names ${fee.amounts.length} amounts. Decide what each is for.`,
    ),
  ];
}
