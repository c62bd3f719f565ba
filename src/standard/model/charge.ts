import type { Service } from './service.ts';

/** What one request costs, in whole rupiah; `least` and `most` differ where one of several amounts is charged, by case. */
export interface Charge {
  readonly least: number;
  readonly most: number;
}

/** Nothing where it is free, else all amounts together, or the range of those of which one is charged. Pure. */
export function chargeOf(fee: Service['fee']): Charge {
  if (fee.free) return { least: 0, most: 0 };
  const sums = fee.amounts.map(({ idr, times }) => idr * times);
  if (fee.byCase) return { least: Math.min(...sums), most: Math.max(...sums) };
  const all = sums.reduce((sum, one) => sum + one, 0);
  return { least: all, most: all };
}
