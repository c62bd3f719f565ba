/**
 * Services that many governments have, each under its own name: what a standard names in `sameAs`, so that people can
 * compare them. A government may agree on a further name with others before it stands here; `check` only warns.
 */
import type { Text } from './basics.ts';

export interface CommonService {
  readonly id: string;
  readonly title: Text;
  /** Words by which a title or a product tells that it is this service: in small letters, without signs. */
  readonly words: readonly string[];
}

const common = (id: string, title: readonly [id: string, en: string], ...words: string[]): CommonService => ({
  id,
  title: { id: title[0], en: title[1] },
  words,
});

export const commonServices: readonly CommonService[] = [
  common(
    'aplikasi',
    ['Pembuatan aplikasi', 'Building an application'],
    'pengembangan aplikasi',
    'pembuatan aplikasi',
    'pembangunan aplikasi',
  ),
  common('bandwidth', ['Penambahan bandwidth', 'More bandwidth'], 'bandwidth'),
  common(
    'email',
    ['Email resmi pemerintah', 'Official e-mail'],
    'email',
    'e mail',
    'surel',
    'surat elektronik',
  ),
  common(
    'hosting',
    ['Hosting dan server', 'Hosting and servers'],
    'hosting',
    'colocation',
    'co location',
    'kolokasi',
    'vps',
  ),
  common(
    'informasi-publik',
    ['Permohonan informasi publik', 'Public information'],
    'permohonan informasi',
    'informasi publik',
  ),
  common('insiden-siber', ['Penanganan insiden siber', 'Cyber incidents'], 'insiden', 'csirt'),
  common(
    'internet',
    ['Internet dan jaringan kantor', 'Office internet and network'],
    'internet dan jaringan',
    'jaringan internet',
    'instalasi jaringan',
  ),
  common(
    'keberatan-informasi',
    ['Keberatan informasi publik', 'Objection about public information'],
    'keberatan informasi',
    'pengajuan keberatan',
  ),
  common(
    'kerentanan',
    ['Laporan celah keamanan', 'Reports of vulnerabilities'],
    'celah kerawanan',
    'celah keamanan',
    'kerentanan',
  ),
  common('pengaduan', ['Pengaduan masyarakat', 'Complaints'], 'pengaduan', 'aduan'),
  common(
    'ruang-rapat',
    ['Peminjaman ruang rapat', 'Meeting rooms'],
    'ruang rapat',
    'aula',
    'ruang pertemuan',
  ),
  common(
    'siaran-radio',
    ['Siaran dan pengumuman radio', 'Radio announcements'],
    'siaran',
    'berita kehilangan',
    'radio',
  ),
  common('subdomain', ['Nama domain', 'Domain names'], 'subdomain', 'sub domain', 'nama domain'),
  common(
    'tanda-tangan-elektronik',
    ['Tanda tangan dan sertifikat elektronik', 'Electronic signatures and certificates'],
    'tanda tangan elektronik',
    'sertifikat elektronik',
    'tte',
  ),
  common(
    'videokonferensi',
    ['Rapat daring', 'Video conferences'],
    'video conference',
    'videokonferensi',
    'konferensi video',
    'rapat daring',
    'zoom',
  ),
  common('akta-kelahiran', ['Akta kelahiran', 'Birth certificates'], 'akta kelahiran', 'akte kelahiran'),
  common('akta-kematian', ['Akta kematian', 'Death certificates'], 'akta kematian', 'akte kematian'),
  common('kartu-keluarga', ['Kartu keluarga', 'Family cards'], 'kartu keluarga'),
  common(
    'kartu-identitas-anak',
    ['Kartu identitas anak', 'Identity cards of children'],
    'kartu identitas anak',
    'kia',
  ),
  common(
    'ktp-elektronik',
    ['KTP elektronik', 'Electronic identity cards'],
    'ktp',
    'ktp el',
    'kartu tanda penduduk',
  ),
  common(
    'pindah-datang',
    ['Surat pindah dan datang', 'Moving in and out'],
    'pindah datang',
    'keterangan pindah',
    'pindah penduduk',
  ),
  common(
    'izin-penelitian',
    ['Izin atau rekomendasi penelitian', 'Permits for research'],
    'izin penelitian',
    'rekomendasi penelitian',
    'keterangan penelitian',
  ),
  common(
    'izin-praktik',
    ['Izin praktik tenaga kesehatan', 'Practice permits in health care'],
    'izin praktik',
    'surat izin praktik',
  ),
  common('izin-reklame', ['Izin reklame', 'Advertising permits'], 'reklame'),
  common(
    'kartu-pencari-kerja',
    ['Kartu pencari kerja (AK-1)', 'Job seeker cards'],
    'pencari kerja',
    'ak 1',
    'kartu kuning',
  ),
  common(
    'legalisasi-ijazah',
    ['Legalisasi ijazah', 'Legalised diplomas'],
    'legalisasi ijazah',
    'legalisir ijazah',
  ),
  common('magang', ['Magang dan praktik kerja', 'Internships'], 'magang', 'praktik kerja', 'prakerin', 'pkl'),
  common('pbg', ['Persetujuan bangunan gedung', 'Building approval'], 'persetujuan bangunan gedung', 'pbg'),
  common(
    'perpustakaan',
    ['Keanggotaan perpustakaan', 'Library membership'],
    'anggota perpustakaan',
    'keanggotaan perpustakaan',
  ),
  common(
    'dispensasi-nikah',
    ['Dispensasi nikah', 'Marriage dispensation'],
    'dispensasi nikah',
    'pengantar nikah',
  ),
  common(
    'keterangan-tidak-mampu',
    ['Surat keterangan tidak mampu', 'Certificate of need'],
    'keterangan tidak mampu',
    'sktm',
  ),
  common('keterangan-usaha', ['Surat keterangan usaha', 'Certificate of business'], 'keterangan usaha'),
  common('tera', ['Tera dan tera ulang', 'Verification of measures'], 'tera', 'tera ulang'),
  common(
    'uji-kendaraan',
    ['Uji berkala kendaraan', 'Vehicle inspection'],
    'uji berkala',
    'pengujian kendaraan',
  ),
];

/** One of the common services, or null for a name that only some governments agreed on. */
export const findCommonService = (id: string): CommonService | null =>
  commonServices.find((service) => service.id === id) ?? null;
