/** Words of the page about the API. */
import { catalogue } from '../ui/index.ts';

export const apiWords = catalogue({
  id: {
    title: 'API untuk program',
    lead: 'Semua yang dapat dilakukan orang di halaman ini dapat juga dilakukan program: meminta layanan, memantau permohonan, dan memprosesnya.',
    document: 'Uraian lengkap untuk mesin (OpenAPI 3.1):',
    start: 'Mulai dari sini',
    steps: [
      'Lihat pemerintah daerah dan layanannya; setiap layanan memberi skema isian dan contoh yang diterima hari ini.',
      'Kirim isian dan berkas. Jawabannya memuat nomor, kunci lacak, tenggat, dan cara menghitungnya.',
      'Pantau permohonan dengan kunci lacak.',
      'Petugas memakai token satu jam dari perintah npx pendopo token.',
    ],
    example: 'Contoh',
    errors: 'Bila ada yang salah',
    errorsText:
      'Setiap kesalahan dijawab dengan application/problem+json (RFC 9457): apa yang salah, cara memperbaikinya, dan kode tetap untuk program. Tambahkan ?lang=en untuk bahasa Inggris.',
    once: 'Kirim ulang tanpa takut ganda',
    onceText:
      'Sertakan Idempotency-Key. Kunci yang sama dengan isi yang sama hanya dikerjakan sekali dan dijawab sama.',
    tags: { catalogue: 'Katalog', requests: 'Permohonan', desk: 'Petugas' },
    method: 'Cara',
    address: 'Alamat',
    purpose: 'Guna',
    needs: 'Perlu',
    nothing: 'Tidak ada',
    key: 'Kunci lacak',
    token: 'Token petugas',
  },
  en: {
    title: 'API for programs',
    lead: 'Whatever people do on these pages a program can do too: ask for a service, follow a request, carry it through.',
    document: 'The full description for machines (OpenAPI 3.1):',
    start: 'Start here',
    steps: [
      'Look at governments and their services; each service gives the schema of its form and an example that is accepted today.',
      'Send answers and files. The answer has number, tracking key, deadline and how it was found.',
      'Follow the request with the tracking key.',
      'Officials use a token for one hour, from the command npx pendopo token.',
    ],
    example: 'Example',
    errors: 'When something is wrong',
    errorsText:
      'Every fault is answered with application/problem+json (RFC 9457): what is wrong, how to put it right, and a stable code for programs. Add ?lang=en for English.',
    once: 'Send again without fear of doubling',
    onceText: 'Give an Idempotency-Key. The same key with the same content is done once and answered alike.',
    tags: { catalogue: 'Catalogue', requests: 'Requests', desk: 'Desk' },
    method: 'Method',
    address: 'Address',
    purpose: 'Purpose',
    needs: 'Needs',
    nothing: 'Nothing',
    key: 'Tracking key',
    token: "Official's token",
  },
});
