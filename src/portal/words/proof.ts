/** Words of the page that asks for a code while a flood of requests comes in. */
import { catalogue } from '../../ui/index.ts';

export const proofWords = catalogue({
  id: {
    title: 'Masukkan kode dari surel Anda',
    lead: (email: string) => `Kami mengirim kode enam angka ke ${email}.`,
    why: 'Saat ini datang luar biasa banyak permohonan. Dengan kode ini kami tahu bahwa permohonan ini sungguh dari Anda. Isian Anda tetap tersimpan.',
    code: 'Kode enam angka',
    hint: 'Berlaku 15 menit. Periksa juga folder spam.',
    send: 'Kirim permohonan',
    again: 'Kirim kode baru',
    wrong: 'Kode ini tidak cocok atau sudah kedaluwarsa. Periksa surel terakhir, atau minta kode baru.',
    demo: 'Peragaan: tidak ada surel yang dikirim. Kode Anda:',
    flooded: (minutes: number) =>
      `Saat ini datang luar biasa banyak permohonan. Isian Anda tetap ada di sini; kirim lagi dalam ${minutes} menit, atau datang ke loket.`,
    mail: {
      subject: 'Kode untuk mengirim permohonan Anda',
      text: (code: string, office: string) =>
        `Kode Anda: ${code}\n\nMasukkan kode ini di halaman permohonan yang masih terbuka. Berlaku 15 menit.\n\nBila Anda tidak sedang mengajukan permohonan, abaikan surel ini; tidak ada yang dikirim.\n\n${office}`,
    },
  },
  en: {
    title: 'Enter the code from your e-mail',
    lead: (email: string) => `We sent a code of six figures to ${email}.`,
    why: 'Exceptionally many requests are coming in at the moment. The code shows us that this one is really yours. Your answers stay kept.',
    code: 'Code of six figures',
    hint: 'Good for 15 minutes. Look into the spam folder as well.',
    send: 'Send the request',
    again: 'Send a new code',
    wrong: 'This code does not match or has expired. Look at the latest e-mail, or ask for a new code.',
    demo: 'Demonstration: no e-mail was sent. Your code:',
    flooded: (minutes: number) =>
      `Exceptionally many requests are coming in at the moment. Your answers are still here; send again in ${minutes} minutes, or come to the counter.`,
    mail: {
      subject: 'Code to send your request',
      text: (code: string, office: string) =>
        `Your code: ${code}\n\nEnter it on the page of your request, which is still open. It is good for 15 minutes.\n\nIf you are not asking for anything, ignore this e-mail; nothing has been sent.\n\n${office}`,
    },
  },
});
