/** The commands of officials and applicants in a generated life, with plausible words. */
import { addresseesOf, exampleInput, mandatoryLines } from '../request/index.ts';
import type { Command, LifeView } from '../request/index.ts';
import { readAnswers } from '../standard/index.ts';
import type { Agency, Step } from '../standard/index.ts';
import { valueOf } from '../ground/index.ts';
import type { Random } from './random.ts';

/** Where and when a step is made. */
export interface ActGround {
  readonly agencies: readonly Agency[];
  /** On the office's wall, YYYY-MM-DD. */
  readonly today: string;
  readonly random: Random;
}

const NOTES = [
  'Sudah dikoordinasikan dengan pemohon lewat telepon.',
  'Berkas sesuai, tidak ada catatan.',
  'Jadwal sudah disesuaikan dengan kegiatan lain.',
  'Perlu perhatian: pernah ada permohonan serupa bulan lalu.',
] as const;
const EVIDENCE = [
  'Sudah dikerjakan dan diserahkan kepada pemohon.',
  'Selesai; hasil diuji bersama pemohon dan berfungsi.',
  'Produk layanan diserahkan di loket, tanda terima ditandatangani.',
] as const;
const MISSING = [
  'Surat belum ditandatangani dan belum dibubuhi cap.',
  'Hasil pindai tidak terbaca; mohon unggah ulang.',
  'Tanggal pada surat tidak sama dengan isian.',
] as const;
const REASONS = ['Tidak memenuhi ketentuan layanan.', 'Di luar kewenangan kantor ini.'] as const;
const ANSWERS = ['Berkas sudah kami perbaiki.', 'Sudah kami lengkapi sesuai permintaan.'] as const;

/** A forward action of the step, with everything the step demands. */
export function stepCommand(action: string, step: Step, view: LifeView, ground: ActGround): Command {
  const { vault, state } = view;
  const { random, agencies } = ground;
  return {
    type: 'step',
    action,
    ...(random.chance(0.15) ? { note: vault.put('note', random.pick(NOTES)) } : {}),
    ...fieldsOf(action, step, view, ground),
    ...(action === 'complete'
      ? { checklist: Object.fromEntries(mandatoryLines(step, state).map((id) => [id, true])) }
      : {}),
    ...(action === 'dispose' ? { addressees: [random.pick(addresseesOf(step, agencies))] } : {}),
    ...(action === 'fulfil'
      ? { evidence: [{ type: 'text', text: vault.put('evidence', random.pick(EVIDENCE)) }] }
      : {}),
  };
}

function fieldsOf(
  action: string,
  step: Step,
  { vault, service, state }: LifeView,
  ground: ActGround,
): object {
  if (step.fields.length === 0) return {};
  const { agencies, today } = ground;
  const example = exampleInput(action, { service, step, state, today, agencies });
  const raw = 'fields' in example ? example.fields : {};
  const context = { today: Temporal.PlainDate.from(today), agencies, mode: 'api' } as const;
  const read = valueOf(readAnswers(step.fields, raw, context));
  return Object.keys(read).length > 0 ? { fields: vault.put(`fields/${step.id}`, read) } : {};
}

export function returnCommand({ vault, service }: LifeView, random: Random): Command {
  const missing = [service.requirements[0]?.id ?? 'other'];
  return { type: 'return', missing, message: vault.put('return-message', random.pick(MISSING)) };
}

export function refuseCommand(step: Step, { vault }: LifeView, random: Random): Command {
  const ground = random.pick(step.grounds).id;
  return { type: 'refuse', ground, reason: vault.put('refusal-reason', random.pick(REASONS)) };
}

export const resubmitCommand = ({ vault }: LifeView, random: Random): Command => ({
  type: 'resubmit',
  files: [],
  note: vault.put('applicant-note', random.pick(ANSWERS)),
});

export const commentCommand = (
  audience: 'internal' | 'applicant',
  { vault }: LifeView,
  random: Random,
): Command => ({ type: 'comment', audience, text: vault.put('comment', random.pick(NOTES)) });
