import { catalogue } from '../ui/index.ts';

/** Words of the desk about a request's clock: classes, extension, steps, reminders, silence. */
export const clockWords = catalogue({
  id: {
    dueWould: (promise: string, due: string) => `${promise} sejak diterima: tenggat ${due}`,
    promiseOnly: (promise: string) => `${promise} sejak diterima`,
    present: 'Kelas sekarang',
    extendFrom: 'Tenggat sekarang',
    extendTo: 'Tenggat setelah diperpanjang',
    extendTold: 'Pemohon menerima pemberitahuan tertulis dengan alasan dan cara menghitungnya.',
    stepDue: (when: string) => `Tahapan ini selesai paling lambat ${when}`,
    stepLate: (when: string) => `Tahapan ini melewati waktunya: ${when}`,
    silenceTitle: 'Potensi fiktif positif',
    silenceText:
      'Tenggat terlewati pada layanan yang diamnya pejabat dapat dianggap mengabulkan permohonan (UU 30/2014 Pasal 53, diubah dengan UU 6/2023 Pasal 175). Tidak ada yang dikabulkan secara otomatis.',
    silenceDo:
      'Bagian hukum menelaah apakah akibat itu berlaku di sini. Pejabat yang berwenang tetap memutus sesegera mungkin dan mencatatnya di bawah ini.',
    silenceWith: (post: string) => `Penelaah: ${post}`,
    noLegal: 'Struktur organisasi belum memuat jabatan bagian hukum; tunjuk penelaah di luar aplikasi.',
    notices: 'Pengingat yang terkirim',
    noticeTo: (name: string, post: string) => `kepada ${name}, ${post}`,
    noticeNobody: (post: string) => `jabatan ${post} sedang tidak terisi`,
    noticeNext: (when: string) => `Pengingat berikutnya: ${when}`,
    noNotices: 'Belum ada pengingat yang terkirim.',
    noticeRules: {
      half: 'Setengah waktu terpakai',
      'last-day': 'Hari kerja terakhir',
      'last-hours': 'Dua jam kerja sebelum tenggat',
      'step-late': 'Tahapan melewati waktunya',
      overdue: 'Tenggat terlewati',
      escalation: 'Masih terlambat, diteruskan ke atas',
      silence: 'Potensi fiktif positif',
    },
  },
  en: {
    dueWould: (promise: string, due: string) => `${promise} from receipt: due ${due}`,
    promiseOnly: (promise: string) => `${promise} from receipt`,
    present: 'Present class',
    extendFrom: 'Deadline now',
    extendTo: 'Deadline after the extension',
    extendTold: 'The applicant gets a written notice with the reason and how the deadline was found.',
    stepDue: (when: string) => `This step is due ${when}`,
    stepLate: (when: string) => `This step is past its time: ${when}`,
    silenceTitle: 'Silence may count as approval',
    silenceText:
      'The deadline has passed in a service where an official’s silence may count as granting the request (Law 30/2014 art. 53, as changed by Law 6/2023 art. 175). Nothing is granted by itself.',
    silenceDo:
      'The legal division examines whether that follows here. The official in charge still decides as soon as possible and records it below.',
    silenceWith: (post: string) => `To be examined by: ${post}`,
    noLegal: 'The chart has no post of a legal division; name someone outside this program.',
    notices: 'Reminders sent',
    noticeTo: (name: string, post: string) => `to ${name}, ${post}`,
    noticeNobody: (post: string) => `the post ${post} is vacant`,
    noticeNext: (when: string) => `Next reminder: ${when}`,
    noNotices: 'No reminder has been sent yet.',
    noticeRules: {
      half: 'Half the time is used',
      'last-day': 'Last working day',
      'last-hours': 'Two working hours before the deadline',
      'step-late': 'Step past its time',
      overdue: 'Deadline passed',
      escalation: 'Still late, told further up',
      silence: 'Silence may count as approval',
    },
  },
});
