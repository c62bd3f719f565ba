/** Fees without a basis, fees that could not be read, and services that are free but for something. */
import { readFeeClosely } from '../grammar/fee.ts';
import type { FeeTrouble } from '../grammar/fee-sense.ts';
import { unitsIn } from '../grammar/fee-units.ts';
import type { ImportedFee, Severity } from '../model.ts';
import { finding } from './rule.ts';
import type { Found, Rule } from './rule.ts';

/** Regional taxes and levies need a regional regulation (UU 1/2022); of the state a government regulation on PNBP. */
const TARIFF =
  /retribusi|tarif|pajak daerah|biaya|penerimaan negara bukan pajak|pnbp|blud|badan layanan umum/i;
const BUT =
  /\b(?:kecuali|di\s?tanggung|dibebankan|sesuai ketentuan|selain|denda|penggandaan|fotokopi|materai|meterai)\b/i;

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

type Why = Readonly<Partial<Record<FeeTrouble, readonly [id: string, en: string]>>>;

/** Why no amount is taken from a text that names some, or speaks of being free. */
const WHY_ASKED: Why = {
  'half-free': [
    'gratis hanya untuk sebagian (golongan, keadaan, atau bagian layanan); bagi yang lain tidak disebut besarnya',
    'it is free only in part (for some, in a case, or of a part of the service); what the others pay is not named',
  ],
  formula: ['besarnya dihitung dengan persentase atau rumus', 'it is reckoned by a percentage or a formula'],
  base: [
    'nilai rupiah di dalamnya adalah dasar pengenaan, bukan biaya',
    'the amount in it is what the fee is reckoned of, and no fee',
  ],
  'left-out': [
    'ada angka tanpa “Rp” di samping angka dengan “Rp”, dan tidak pasti mana yang biaya',
    'figures without “Rp” stand beside some with it, and which are fees is not certain',
  ],
  'only-bound': ['hanya batas atau perkiraan yang disebut', 'only a bound or an estimate is named'],
  'only-fine': [
    'hanya denda atau uang jaminan yang disebut besarnya',
    'only of a fine or a deposit the amount is named',
  ],
  'languages-differ': [
    'bahasa Indonesia dan bahasa Inggrisnya tidak menyebut biaya yang sama',
    'Indonesian and English do not name the same fee',
  ],
};

/** What is to be compared beside amounts that are taken. */
const REMARKS: Why = {
  range: [
    'rentang; kedua ujungnya diambil. Tetapkan berapa untuk keadaan mana',
    'a range; both of its ends are taken. Decide how much is for which case',
  ],
  bound: [
    'batas, perkiraan, atau tarif lama di dalamnya tidak ikut diambil. Periksa',
    'a bound, an estimate or an earlier amount in it was not taken. Check it',
  ],
  fine: [
    'ada denda atau uang jaminan di dalamnya, yang bukan biaya layanan. Pisahkan',
    'it names a fine or a deposit, which is no fee of the service. Keep them apart',
  ],
  sum: [
    'penjumlahan; dibaca sebagai tarif yang terpisah. Tetapkan jumlahnya',
    'a sum; it was read as amounts apart. Decide what is charged',
  ],
  elsewhere: [
    'sebagian menunjuk ke peraturan tanpa menyebut besarnya. Lengkapi',
    'a part of it points to a regulation and names no amount. Complete it',
  ],
};

export const feeUnread: Rule = ({ service }) => {
  const { fee } = service.components;
  if (fee.text === '') return [];
  if (fee.amounts.length === 0 && !fee.free) return [feeAsked(fee)];
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
  return [...severalFees(fee), ...(service.tariffTable === null ? feeRemarks(fee) : [])];
};

function feeAsked({ text, place }: ImportedFee): Found {
  const cited = citedIn(text);
  const [trouble] = readFeeClosely(text).trouble;
  const [why, whyEn] = (trouble && WHY_ASKED[trouble]) ?? [
    'dan tidak disebut gratis',
    'nor that the service is free',
  ];
  const [id, en] = cited === '' ? ['', ''] : [` (merujuk ${cited})`, ` (it points to ${cited})`];
  return finding(
    'error',
    'fee',
    place,
    `Besarnya biaya tidak terbaca dari “${text}”${id}${trouble === undefined ? ', ' : ': '}${why}. Tetapkan.`,
    `No amount can be read from “${text}”${en}${trouble === undefined ? ', ' : ': '}${whyEn}. Decide it.`,
  );
}

function feeRemarks({ text, place }: ImportedFee): readonly Found[] {
  const { trouble } = readFeeClosely(text);
  const say = (severity: Severity, id: string, en: string): Found =>
    finding(severity, 'fee', place, `“${text}”: ${id}.`, `“${text}”: ${en}.`);
  const units = unitsIn(text).join(', ');
  const rate = [
    `tarif untuk setiap satuan (${units}); yang dibayar bergantung pada banyaknya. Periksa`,
    `an amount for each (${units}); what is paid depends on how many there are. Check it`,
  ] as const;
  return trouble.flatMap((one) => {
    const words = one === 'rate' ? rate : REMARKS[one];
    return words ? [say('warning', ...words)] : [];
  });
}

function severalFees(fee: ImportedFee): readonly Found[] {
  if (fee.amounts.length > 0 && readFeeClosely(fee.text).trouble.includes('called-free')) {
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
