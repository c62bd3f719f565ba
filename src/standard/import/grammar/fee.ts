/** What a decree prints as its fee. What is not surely said is neither an amount nor free, and is asked. Pure. */
import type { FeeAmount, FeeReading } from '../model.ts';
import { freedomOf } from './fee-free.ts';
import { feeInBothLanguages } from './fee-languages.ts';
import { contradictedMoney, isWhollyRead } from './fee-money.ts';
import { refusalOf, remarksOn, sortMoney } from './fee-sense.ts';
import type { FeeTrouble } from './fee-sense.ts';
import { timesOf } from './fee-units.ts';

export interface CloseFeeReading extends FeeReading {
  readonly trouble: readonly FeeTrouble[];
}

/** Laws are cited with numbers and years; none of them is money. */
const withoutCitations = (text: string): string =>
  text.replaceAll(/\b(?:nomor|no\.?|tahun|pasal|ayat)\s*:?\s*[\d./-]+/gi, (found) =>
    ' '.repeat(found.length),
  );

const asked = (...trouble: readonly FeeTrouble[]): CloseFeeReading => ({ free: false, amounts: [], trouble });

function readOne(printed: string): CloseFeeReading {
  const text = withoutCitations(printed);
  if (contradictedMoney(printed).length > 0 || !isWhollyRead(text)) return asked();
  const money = sortMoney(text);
  const refusal = refusalOf(text, money);
  if (refusal !== null) return asked(refusal);
  const taken = money.taken.filter(({ idr }) => idr > 0);
  if (taken.length > 0) {
    const amounts = taken.map((one): FeeAmount => ({ idr: one.idr, times: timesOf(text, one) }));
    return { free: false, amounts, trouble: remarksOn(text, money) };
  }
  const freedom = freedomOf(text, money.all);
  return freedom === 'half-free'
    ? asked('half-free')
    : { free: freedom === 'free', amounts: [], trouble: [] };
}

/** A fee with what a reviewer has to know of how it was read. */
export function readFeeClosely(text: string): CloseFeeReading {
  const both = feeInBothLanguages(text);
  if (both === null) return readOne(text);
  const [own, other] = [readOne(both.indonesian), readOne(both.english)];
  const isSilent = !other.free && other.amounts.length === 0 && other.trouble.length === 0;
  if (isSilent) return readOne(text);
  const same = JSON.stringify([own.free, own.amounts]) === JSON.stringify([other.free, other.amounts]);
  return same ? own : asked('languages-differ');
}

/**
 * Amounts in whole rupiah with how often each is charged, in the order of the text, and whether the service is free.
 * A text that names no amount and does not say of everybody that nothing is charged ("sesuai Perda", "gratis bagi peserta
 * JKN") gives neither; nor does one whose figures and words contradict each other, or whose figures are rates or bounds.
 */
export function readFee(text: string): FeeReading {
  const { free, amounts } = readFeeClosely(text);
  return { free, amounts };
}
