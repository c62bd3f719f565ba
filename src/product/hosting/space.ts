/** The space on the server that sites share: no more is promised than was set. In gigabytes. */
import type { Share } from '../contract.ts';
import type { HostingPlan, HostingSettings } from './model.ts';

const gigabytes = (amount: number, locale: string): string => `${amount.toLocaleString(locale)} GB`;

export const space: Share<HostingSettings, HostingPlan> = {
  total: ({ totalQuota }) => (totalQuota === 0 ? null : totalQuota),
  of: ({ quotaGb }) => quotaGb,
  part: 'quota',
  full: ({ total, promised, wanted }) => {
    const free = Math.max(0, total - promised);
    const figures = (locale: string): readonly string[] =>
      [wanted, free, total, promised].map((amount) => gigabytes(amount, locale));
    const [idWanted, idFree, idTotal, idPromised] = figures('id-ID');
    const [enWanted, enFree, enTotal, enPromised] = figures('en-GB');
    return {
      id: `Tidak muat: akun ini meminta ${idWanted}, sedangkan yang masih dapat dijanjikan ${idFree} (dari ${idTotal}, ${idPromised} sudah dijanjikan). Tutup situs yang tidak dipakai, sepakati kapasitas yang lebih kecil, atau minta administrator menambah kapasitas.`,
      en: `It does not fit: this account asks for ${enWanted}, and ${enFree} can still be promised (of ${enTotal}, ${enPromised} are promised). Close a site that is not used, agree on a smaller capacity, or ask the administrator for more.`,
    };
  },
};
