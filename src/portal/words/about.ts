import { catalogue } from '../../ui/index.ts';

/** The pledge, personal data, the demo's mailbox. */
export const aboutWords = catalogue({
  id: {
    pledge: {
      title: 'Maklumat pelayanan',
      law: 'Menurut UU 25/2009 tentang Pelayanan Publik Pasal 22.',
      services: 'Yang kami janjikan',
      complaints: 'Bila kami tidak menepatinya',
    },
    privacy: {
      title: 'Data pribadi Anda',
      lead: 'Apa yang kami simpan, untuk apa, siapa yang membacanya, dan hak Anda.',
      what: 'Yang kami simpan',
      whatItems: [
        'Jawaban dan berkas permohonan Anda, terenkripsi dengan kunci tersendiri untuk setiap permohonan.',
        'Untuk pencarian tepat, NIK, telepon dan surel disimpan sebagai sidik, bukan sebagai tulisan.',
        'Isian yang belum dikirim, terenkripsi, dihapus sesudah 14 hari.',
        'Nama dan keperluan pengunjung loket, terenkripsi, dihapus sesudah 90 hari. Nama boleh tidak disebut.',
        'Catatan jalannya permohonan tanpa data pribadi, yang tidak dapat diubah siapa pun.',
      ],
      why: 'Untuk apa',
      whyText:
        'Menjalankan tugas pelayanan publik (UU 27/2022 Pasal 20 ayat (2) huruf e). Tidak dijual, tidak dipakai untuk iklan, tidak dikirim ke pihak lain di luar tugas itu.',
      who: 'Siapa yang membaca',
      whoText:
        'Hanya jabatan yang mengerjakan permohonan Anda dan atasannya. Pembukaan salinan KTP dan identitas pelapor yang dilindungi selalu dicatat. Pengawas dan evaluator menurut standar membaca jalannya permohonan tanpa NIK, telepon, surel, dan KTP.',
      retention: 'Disimpan berapa lama',
      rights: 'Hak Anda',
      rightsItems: [
        'Mengetahui dan mendapat salinan data Anda (Pasal 5 dan 7).',
        'Memperbaiki data yang keliru (Pasal 6).',
        'Meminta penghapusan menurut ketentuan (Pasal 8).',
        'Mengajukan keberatan dan menuntut ganti rugi atas pelanggaran (Pasal 10 dan 12).',
      ],
      cookies: 'Kuki',
      cookiesText:
        'Kami hanya memakai kuki yang perlu: bahasa pilihan Anda, pengaman formulir, serta kunci pelacakan yang terkunci dan nomor antrean Anda selama 12 jam. Tidak ada pelacak.',
      contact: 'Hubungi',
      controller: 'Pengendali data',
      officer: 'Pejabat pelindungan data',
    },
    mailbox: {
      title: 'Kotak surat peragaan',
      lead: 'Pesan yang pada layanan sungguhan akan dikirim sebagai surel. Di sini tidak ada yang keluar.',
      empty: 'Belum ada pesan',
      emptyText: 'Ajukan sebuah permohonan dengan alamat surel, lalu muat ulang halaman ini.',
      to: 'Kepada',
      at: 'Dibuat',
      government: 'Pemerintah daerah',
    },
  },
  en: {
    pledge: {
      title: 'Service pledge',
      law: 'Under Law 25/2009 on Public Services art. 22.',
      services: 'What we promise',
      complaints: 'If we do not keep it',
    },
    privacy: {
      title: 'Your personal data',
      lead: 'What we keep, what for, who reads it, and your rights.',
      what: 'What we keep',
      whatItems: [
        'Answers and documents of your request, encrypted with a key of its own for each request.',
        'For exact search, NIK, telephone and e-mail as fingerprints, not as text.',
        'Answers not sent yet, encrypted, erased after 14 days.',
        'Name and purpose of visitors at the counter, encrypted, erased after 90 days. Nobody has to give a name.',
        'A record of the course of the request without personal data, which nobody can change.',
      ],
      why: 'What for',
      whyText:
        'To carry out a task of public service (Law 27/2022 art. 20(2)(e)). Not sold, not used for advertising, not passed to others beyond that task.',
      who: 'Who reads it',
      whoText:
        'Only the posts that work on your request and their superiors. Opening a copy of a KTP or the identity of a protected reporter is always logged. Overseers and evaluators named by the standard read how a request went without NIK, telephone, e-mail and KTP.',
      retention: 'How long it is kept',
      rights: 'Your rights',
      rightsItems: [
        'To know of and receive a copy of your data (arts. 5 and 7).',
        'To have wrong data corrected (art. 6).',
        'To ask for erasure under the rules (art. 8).',
        'To object, and to claim damages for breaches (arts. 10 and 12).',
      ],
      cookies: 'Cookies',
      cookiesText:
        'We use only cookies that are needed: your language, the safety of forms, and for 12 hours the sealed tracking key and your queue number. No trackers.',
      contact: 'Contact',
      controller: 'Data controller',
      officer: 'Data-protection officer',
    },
    mailbox: {
      title: 'Mailbox of the demonstration',
      lead: 'Messages that a real service would send by e-mail. Nothing leaves from here.',
      empty: 'No messages yet',
      emptyText: 'Submit a request with an e-mail address, then load this page again.',
      to: 'To',
      at: 'Made',
      government: 'Government',
    },
  },
});
