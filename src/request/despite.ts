/** Going on from a step although what was recorded there speaks against it: only with a reason, which stays in the journal. */
import { Fault } from '../ground/index.ts';
import type { Answers, Step } from '../standard/index.ts';
import type { Despite } from './model/entries.ts';
import { findingsAgainst } from './model/findings.ts';
import type { Finding } from './model/findings.ts';
import type { Vault } from './vault.ts';

/** The reason as it is kept; nothing where no finding speaks against going on. Fault: `finding-unexplained`, at `despite`. */
export function keepDespite(
  step: Step,
  { recorded, reason }: { readonly recorded: Answers; readonly reason: string | undefined },
  vault: Vault,
): { despite?: Despite } {
  const found = findingsAgainst(step, recorded);
  if (found.length === 0) return {};
  if (reason === undefined) throw unexplained(found);
  return { despite: { findings: found.map(({ field }) => field), reason: vault.put('despite', reason) } };
}

function unexplained(found: readonly Finding[]): Fault {
  const list = (lang: 'id' | 'en'): string =>
    found.map(({ label, chosen }) => `“${label[lang]}: ${chosen[lang]}”`).join(', ');
  const words = {
    id: `Anda mencatat ${list('id')}. Perbaiki isian itu, atau tolak permohonan. Bila tetap melanjutkan, tulis alasannya.`,
    en: `You recorded ${list('en')}. Correct that, or refuse the request. If you go on all the same, write why.`,
  };
  return new Fault('invalid', 'finding-unexplained', words, [{ path: 'despite', words }]);
}
