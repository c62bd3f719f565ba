/**
 * The papers of a request as data, in the official language and in English. Sentences name facts as `{slot}`; what a service
 * says itself (its product, grounds, remedies) comes from its standard, so that no service needs a template of its own.
 */
import type { Words } from '../../ground/index.ts';
import type { Template, TemplateId } from './model.ts';

/** Of every letter about a request: where it comes from. */
const opening: Words = {
  id: 'Sehubungan dengan permohonan Saudara nomor {request} untuk layanan {service}, yang kami terima pada {received}, dengan hormat kami sampaikan hal sebagai berikut.',
  en: 'With regard to your request number {request} for the service {service}, which we received on {received}, we inform you as follows.',
};

const closing: Words = {
  id: 'Demikian kami sampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.',
  en: 'We thank you for your attention.',
};

const remedies = {
  list: 'remedies',
  above: { id: 'Bila Saudara berkeberatan, Saudara dapat:', en: 'If you object to this, you may:' },
  none: {
    id: 'Standar pelayanan tidak menyebut upaya lain.',
    en: 'The service standard names no further remedy.',
  },
} as const;

export const templates: Readonly<Record<TemplateId, Template>> = {
  granted: {
    form: 'letter',
    numbered: true,
    title: { id: 'Pemberitahuan permohonan dikabulkan', en: 'Notice that a request is granted' },
    subject: {
      id: 'Persetujuan {asking}',
      en: 'Approval: {asking}',
    },
    parts: [
      { say: opening },
      {
        body: {
          id: 'Permohonan Saudara dikabulkan. Produk layanan yang Saudara terima adalah: {product}.',
          en: 'Your request is granted. What you receive is: {product}.',
        },
      },
      {
        say: {
          id: 'Keputusan ini berdasarkan Standar Pelayanan {service} ({decree}).',
          en: 'This decision rests on the service standard {service} ({decree}).',
        },
      },
      { say: closing },
    ],
  },
  completed: {
    form: 'letter',
    numbered: true,
    title: { id: 'Pemberitahuan penyelesaian', en: 'Notice of completion' },
    subject: { id: 'Penyelesaian layanan {service}', en: 'Completion of {service}' },
    parts: [
      { say: opening },
      {
        body: {
          id: 'Permohonan Saudara telah kami selesaikan. Yang Saudara terima adalah: {product}.',
          en: 'Your request is completed. What you receive is: {product}.',
        },
      },
      {
        say: {
          id: 'Layanan ini kami berikan menurut Standar Pelayanan {service} ({decree}).',
          en: 'This service was given by the service standard {service} ({decree}).',
        },
      },
      { say: closing },
    ],
  },
  refused: {
    form: 'letter',
    numbered: true,
    title: { id: 'Pemberitahuan permohonan ditolak', en: 'Notice that a request is refused' },
    subject: { id: 'Penolakan {asking}', en: 'Refusal: {asking}' },
    parts: [
      { say: opening },
      {
        say: {
          id: 'Permohonan Saudara tidak dapat dikabulkan. Dasar penolakan: {ground} Dasar hukum: {law}.',
          en: 'Your request cannot be granted. Ground of the refusal: {ground} Legal basis: {law}.',
        },
      },
      { body: { id: 'Alasan: {reason}', en: 'Reason: {reason}' } },
      remedies,
      { say: closing },
    ],
  },
  returned: {
    form: 'letter',
    numbered: true,
    title: { id: 'Permintaan kelengkapan berkas', en: 'Demand to complete the file' },
    subject: { id: 'Kelengkapan berkas {asking}', en: 'Completing your file: {asking}' },
    parts: [
      { say: opening },
      {
        list: 'missing',
        above: {
          id: 'Berkas Saudara belum lengkap. Yang perlu dilengkapi:',
          en: 'Your file is not complete. It lacks:',
        },
        none: { id: 'Yang kurang tidak tercatat.', en: 'What it lacks is not recorded.' },
      },
      { body: { id: 'Penjelasan petugas: {message}', en: "The officer's explanation: {message}" } },
      {
        say: {
          id: 'Selama menunggu kelengkapan dari Saudara, jangka waktu layanan berhenti dihitung dan dilanjutkan setelah berkas kami terima.',
          en: 'While we wait for you, the promised time stands still; it goes on when we have received what is missing.',
        },
      },
      { say: closing },
    ],
  },
  extended: {
    form: 'letter',
    numbered: true,
    title: { id: 'Pemberitahuan perpanjangan waktu', en: 'Notice of an extension' },
    subject: {
      id: 'Perpanjangan waktu {asking}',
      en: 'Extension of the time: {asking}',
    },
    parts: [
      { say: opening },
      {
        say: {
          id: 'Jangka waktu penyelesaian diperpanjang {extension} berdasarkan {extensionLaw}. Permohonan Saudara selesai paling lambat {due}.',
          en: 'The time for your request is extended by {extension} under {extensionLaw}. It will be done by {due}.',
        },
      },
      { body: { id: 'Alasan perpanjangan: {reason}', en: 'Reason for the extension: {reason}' } },
      { say: closing },
    ],
  },
  apology: {
    form: 'letter',
    numbered: true,
    title: { id: 'Permohonan maaf atas keterlambatan', en: 'Apology for a delay' },
    subject: {
      id: 'Permohonan maaf atas keterlambatan layanan {service}',
      en: 'Apology for the delay of {service}',
    },
    parts: [
      { say: opening },
      {
        say: {
          id: 'Standar pelayanan kami menjanjikan penyelesaian dalam {promise}, yaitu paling lambat {due}. Janji itu tidak kami tepati.',
          en: 'Our service standard promises {promise}, which was until {due}. We have not kept that promise.',
        },
      },
      {
        body: {
          id: 'Atas keterlambatan ini kami memohon maaf. Permohonan Saudara tetap kami selesaikan.',
          en: 'We apologise for this delay. Your request will still be completed.',
        },
      },
      remedies,
      { say: closing },
    ],
  },
  'hand-over': {
    form: 'record',
    numbered: true,
    title: { id: 'Berita acara serah terima', en: 'Hand-over record' },
    subject: { id: 'Serah terima produk layanan {service}', en: 'Hand-over of what {service} provides' },
    parts: [
      {
        say: {
          id: 'Pada tanggal tersebut di bawah ini telah diserahkan produk layanan atas permohonan berikut.',
          en: 'On the date given below, what was asked for by the following request was handed over.',
        },
      },
      { facts: ['request', 'service', 'applicant', 'received', 'product'] },
      {
        list: 'delivered',
        above: { id: 'Rincian yang diserahkan:', en: 'Handed over in particular:' },
        none: { id: 'Rincian lain tidak tercatat.', en: 'No further particulars are recorded.' },
      },
      {
        body: {
          id: 'Produk tersebut diterima dalam keadaan baik dan sesuai permohonan.',
          en: 'It was received in good order and as asked for.',
        },
      },
      {
        say: {
          id: 'Berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.',
          en: 'This record was drawn up to be used as is proper.',
        },
      },
    ],
  },
  assignment: {
    form: 'order',
    numbered: true,
    title: { id: 'Surat perintah tugas', en: 'Assignment order' },
    subject: { id: 'Penugasan pada layanan {service}', en: 'Assignment within {service}' },
    parts: [
      {
        say: {
          id: 'Dasar: permohonan nomor {request} untuk layanan {service}, diterima {received}; {decree}.',
          en: 'Basis: request number {request} for the service {service}, received {received}; {decree}.',
        },
      },
      {
        heading: { id: 'MEMERINTAHKAN', en: 'ORDERS' },
      },
      {
        list: 'assigned',
        above: { id: 'Kepada:', en: 'Whom:' },
        none: { id: 'Petugas belum ditunjuk.', en: 'Nobody has been named yet.' },
      },
      { body: { id: 'Untuk melaksanakan: {step}.', en: 'To carry out: {step}.' } },
      {
        say: {
          id: 'Perintah ini dilaksanakan dengan penuh tanggung jawab, dan hasilnya dilaporkan kepada pemberi perintah.',
          en: 'The order is to be carried out with full responsibility, and its result reported to whoever gave it.',
        },
      },
    ],
  },
  disposition: {
    form: 'sheet',
    numbered: false,
    title: { id: 'Lembar disposisi', en: 'Disposition sheet' },
    subject: { id: 'Disposisi {asking}', en: 'Disposition: {asking}' },
    parts: [
      {
        facts: [
          'applicant',
          'letterNumber',
          'letterDate',
          'received',
          'agenda',
          'request',
          'service',
          'matter',
          'due',
        ],
      },
      { dispositions: true },
    ],
  },
  receipt: {
    form: 'sheet',
    numbered: false,
    title: { id: 'Tanda terima berkas', en: 'Submission receipt' },
    subject: { id: 'Penerimaan berkas {asking}', en: 'Receipt: {asking}' },
    parts: [
      { facts: ['request', 'service', 'applicant', 'received', 'promise', 'due'] },
      {
        list: 'brought',
        above: { id: 'Berkas yang kami terima:', en: 'What we received:' },
        none: { id: 'Tidak ada berkas yang diserahkan.', en: 'No documents were handed in.' },
      },
      {
        say: {
          id: 'Perkembangan permohonan dapat dilihat dengan nomor permohonan dan kunci lacak.',
          en: 'You can follow your request with its number and your tracking key.',
        },
      },
    ],
  },
};
