import type { Government } from '../../model/government.ts';
import { error } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { nearest } from '../../reading/likeness.ts';

/** Codes of single services must be of services there are: a misspelt one would number its letters by the general code. */
export function letterRemarks({ letters }: Government, services: readonly string[]): Remark[] {
  return Object.keys(letters?.byService ?? {}).flatMap((service) => {
    if (services.includes(service)) return [];
    const near = nearest(service, services);
    const hint =
      near === null ? { id: '', en: '' } : { id: ` Maksud Anda "${near}"?`, en: ` Did you mean "${near}"?` };
    return [
      error(
        ['letters', 'byService', service],
        `Layanan "${service}" tidak ada, jadi kode klasifikasi ini tidak pernah dipakai.${hint.id}`,
        `There is no service "${service}", so this classification code is never used.${hint.en}`,
      ),
    ];
  });
}
