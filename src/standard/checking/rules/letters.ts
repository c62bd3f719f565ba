import type { Words } from '../../../ground/index.ts';
import type { Government } from '../../model/government.ts';
import type { Service } from '../../model/service.ts';
import { error } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { nearest } from '../../reading/likeness.ts';

/** A service, as far as numbers of letters go. */
type Office = Pick<Service, 'id' | 'office'>;

/** Codes of single services and agencies are of those there are, and no two agencies write the same numbers. */
export const letterRemarks = ({ letters }: Government, services: readonly Office[]): Remark[] =>
  letters ? [...unknownCodes(letters, services), ...sameNumbers(letters, services)] : [];

type Letters = NonNullable<Government['letters']>;

/** A misspelt one would number its letters by the general code. */
function unknownCodes({ byService, units }: Letters, services: readonly Office[]): Remark[] {
  const known = services.map(({ id }) => id);
  const offices = services.map(({ office }) => office);
  return [
    ...Object.keys(byService).flatMap((service) =>
      known.includes(service)
        ? []
        : error(
            ['letters', 'byService', service],
            `Layanan "${service}" tidak ada, jadi kode klasifikasi ini tidak pernah dipakai.${meant(service, known).id}`,
            `There is no service "${service}", so this classification code is never used.${meant(service, known).en}`,
          ),
    ),
    ...Object.keys(units).flatMap((agency) =>
      offices.includes(agency)
        ? []
        : error(
            ['letters', 'units', agency],
            `Tidak ada layanan dari "${agency}", jadi kode unit ini tidak pernah dipakai.${meant(agency, offices).id}`,
            `No service is of "${agency}", so this code of a unit is never used.${meant(agency, offices).en}`,
          ),
    ),
  ];
}

function meant(name: string, known: readonly string[]): Words {
  const near = nearest(name, known);
  return near === null
    ? { id: '', en: '' }
    : { id: ` Maksud Anda "${near}"?`, en: ` Did you mean "${near}"?` };
}

/** Each agency counts in a register of its own: only its unit tells its numbers from those of another. */
function sameNumbers(letters: Letters, services: readonly Office[]): Remark[] {
  const offices = [...new Set(services.map(({ office }) => office))];
  const written = (office: string): string | undefined => letters.units[office] ?? letters.unit;
  return offices.flatMap((office, at) => {
    const before = offices.slice(0, at).find((other) => written(other) === written(office));
    return before === undefined
      ? []
      : error(
          ['letters', 'units'],
          `Nomor surat "${office}" dan "${before}" akan sama. Beri keduanya kode unit sendiri di letters.units.`,
          `Letters of "${office}" and "${before}" would get the same numbers. Give each a unit of its own in letters.units.`,
        );
  });
}
