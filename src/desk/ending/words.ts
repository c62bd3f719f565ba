import { catalogue } from '../../ui/index.ts';

/** The list of products that end soon. */
export const endingWords = catalogue({
  id: {
    title: 'Segera berakhir',
    lead: 'Produk layanan yang masa berlakunya habis dalam 90 hari. Pemiliknya diberi tahu 90, 30, dan 7 hari sebelumnya; yang tidak meninggalkan alamat surel perlu Anda hubungi. Yang sudah diperbarui tidak ada lagi di sini.',
    none: 'Tidak ada yang berakhir dalam 90 hari ini.',
    more: (count: number) => `Yang tampil ${count} yang paling dahulu berakhir; masih ada yang lain.`,
    noneText: 'Produk yang tidak mempunyai masa berlaku tidak muncul di sini.',
    request: 'Permohonan',
    owner: 'Pemilik',
    product: 'Produk',
    ends: 'Berakhir',
    notice: 'Pemberitahuan',
    protected: 'Identitas dilindungi',
    left: (days: number) => (days === 0 ? 'hari ini' : `${days} hari lagi`),
    told: (days: number) => `Dikirim (${days} hari sebelumnya)`,
    notTold: 'Tidak ada alamat surel: hubungi pemiliknya',
    notYet: 'Belum waktunya',
  },
  en: {
    title: 'Ending soon',
    lead: 'Products that run out within 90 days. Their owners are told 90, 30 and 7 days before; whoever left no e-mail address has to be contacted by you. What was renewed is not listed any more.',
    none: 'Nothing ends within these 90 days.',
    more: (count: number) => `Shown are the ${count} that end first; there are more.`,
    noneText: 'Products that do not run out are not listed here.',
    request: 'Request',
    owner: 'Owner',
    product: 'Product',
    ends: 'Ends',
    notice: 'Notice',
    protected: 'Identity protected',
    left: (days: number) => (days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`),
    told: (days: number) => `Sent (${days} days before)`,
    notTold: 'No e-mail address: contact the owner',
    notYet: 'Not due yet',
  },
});
