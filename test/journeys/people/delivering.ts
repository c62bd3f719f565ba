/** How products are delivered by the program: connectors set up, plans confirmed, products given back. */
import { demoPassword } from '../../../src/people/index.ts';
import { usernameOf } from '../../support/officer.ts';
import { until } from '../../support/program.ts';
import type { Answer } from '../stories/types.ts';
import type { Application, Slip } from './applicant.ts';
import { answer } from './form.ts';
import { signIn } from './officer.ts';
import type { Person } from './person.ts';
import type { Town } from './town.ts';

/** Fills in a connector's page, saves and tests it. */
export async function connect(
  town: Town,
  government: string,
  kind: string,
  { choose, fields }: { choose?: string; fields: Readonly<Record<string, string>> },
): Promise<void> {
  const admin = await town.person();
  const username = await usernameOf(town.app, government, 'administrator');
  await signIn(admin, { username, password: demoPassword });
  await admin.visit(`/meja/kelola/penyambung/${kind}`);
  if (choose !== undefined) await admin.follow(choose);
  for (const [name, value] of Object.entries(fields))
    await admin.hands.write(admin.main.locator(`[name="${name}"]`), value);
  await admin.press('Simpan');
  await admin.press('Uji sambungan');
  await admin.sees('Uji berhasil');
  await admin.leave();
}

/** Whether the page says something when it is loaded again. */
async function saysSo(person: Person, words: string): Promise<true | null> {
  await person.page.reload();
  return (await person.words()).includes(words) || null;
}

/** Sees the plan of everything, has it made, and waits until its page says that it is done. */
export async function deliver(
  town: Town,
  { expected, today }: Application,
  { number }: Slip,
  {
    position,
    answers = [],
    planned,
    done = 'Permohonan ini sudah berakhir',
  }: {
    readonly position: string;
    readonly answers?: readonly Answer[];
    readonly planned: readonly string[];
    /** What the page says then; where steps follow, not that the request has ended. */
    readonly done?: string;
  },
): Promise<void> {
  const officer = await town.official(expected, position, number);
  for (const one of answers) await answer(officer, one, today);
  await officer.press('Lihat rencana');
  await officer.sees('Rencana penyerahan', ...planned);
  await officer.press('Kerjakan sekarang');
  await until('the delivery', () => saysSo(officer, done));
  await officer.leave();
}

/** An official gives back what was made; done when the page says so. */
export async function withdraw(officer: Person, number: string): Promise<void> {
  await officer.visit(`/meja/permohonan/${number}`);
  await officer.unfold('Cabut produk layanan');
  await officer.hands.write(
    officer.main.getByLabel('Alasan mencabut, dibaca pemohon'),
    'Tidak dipakai lagi.',
  );
  await officer.press('Cabut produk layanan');
  await until('the withdrawal', () => saysSo(officer, 'sudah dicabut'));
}
