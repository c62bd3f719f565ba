/** Services whose clocks and deciders a law sets. Pure. */
import type { ReadService } from '../grammar/services.ts';

export type LawfulSubject = 'information' | 'objection' | 'complaint';

/** Which of them a service is, by its title; null for all others. */
export function subjectOf({ title, components }: ReadService): LawfulSubject | null {
  const name = (title?.text ?? components.product.items.map(({ text }) => text).join(' ')).toLowerCase();
  if (/\bkeberatan\b.*\binformasi\b|\bkeberatan\b.*\bppid\b/.test(name)) return 'objection';
  if (/\b(?:permohonan|permintaan|pelayanan|layanan)\b.*\binformasi publik\b|\bppid\b/.test(name))
    return 'information';
  return /\b(?:pengaduan|aduan)\b/.test(name) ? 'complaint' : null;
}
