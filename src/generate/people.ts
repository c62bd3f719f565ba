/** Invented people: names as they are heard in Java, Bali and Kalimantan, with the numbers that go with a person. Pure. */
import type { Random } from './random.ts';

const listed = (words: string): readonly string[] => words.trim().split(/\s+/);

const FIRST = listed(`
  Achmad Adi Agus Aisyah Ani Arif Ayu Bagus Bambang Budi Cahya Catur Dewi Dian Diah Dwi Eka
  Endang Erna Fajar Farida Fitri Gede Gunawan Hadi Handayani Haryanto Hendra Heru Ika Imam Indah
  Iwan Joko Kadek Kartika Ketut Komang Kornelius Kurnia Laras Lestari Lukman Made Maria Marlina
  Mega Muhammad Mulyono Nanik Ngatini Nia Novi Nur Nyoman Parjo Puji Putri Putu Rahmat Ratna
  Retno Ria Rini Rizki Rudi Sari Sigit Siti Slamet Sri Sukarno Suparman Surya Teguh Titik Tri
  Tuti Umar Wahyu Wawan Wayan Widodo Yanti Yohanes Yuli Yusuf Zainal`);

const LAST = listed(`
  Abdullah Adnyana Anggraini Ariani Asmara Astuti Budiman Budiono Cahyono Darmawan Effendi Fauzi
  Firmansyah Gunadi Hakim Halim Handoko Haryono Hasan Hidayat Hidayati Irawan Iskandar Jatmiko
  Kurniawan Kusuma Laksono Lestari Mahendra Marpaung Maulana Mulyani Mulyadi Nasution Ningsih
  Nugraha Nugroho Nurhayati Permana Pertiwi Prabowo Pradana Pramono Prasetyo Pratama Purnomo
  Purwanto Rachman Rahayu Rahmawati Raharjo Ramadhan Riyadi Rosadi Sanjaya Santoso Saputra
  Saraswati Setiawan Setyaningsih Siregar Soebroto Sudarsono Sugiarto Suharti Suharyanto
  Sulistyo Sumarni Suryadi Susanto Susilo Sutrisno Suwarno Syahrir Tarigan Utami Utomo Wardani
  Wati Wibowo Wicaksono Widiastuti Widyanto Wijaya Winarno Wiratama Wulandari Yulianto Yuliana
  Yunus Zulkarnain`);

export interface Person {
  readonly name: string;
  readonly nik: string;
  readonly phone: string;
  /** At a domain that never receives mail (RFC 2606). */
  readonly email: string;
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/** A person; `region`: the six digits of a district that their NIK begins with. */
export function inventPerson(random: Random, region: string): Person {
  const [first, last] = [random.pick(FIRST), random.pick(LAST)];
  const middle = random.chance(0.25) ? ` ${random.pick(LAST)}` : '';
  const [day, month, year] = [random.between(1, 28), random.between(1, 12), random.between(55, 104) % 100];
  // In a NIK forty is added to a woman's day of birth.
  const born = digits(day + (random.chance(0.5) ? 40 : 0), 2) + digits(month, 2) + digits(year, 2);
  return {
    name: `${first}${middle} ${last}`,
    nik: `${region}${born}${digits(random.between(1, 9999), 4)}`,
    phone: `081${digits(random.between(100_000_000, 999_999_999), 9)}`,
    email: `${first}.${last}${random.between(1, 99)}@example.org`.toLowerCase(),
  };
}
