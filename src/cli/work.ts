import { work } from '../main.ts';

export const help = `pendopo work

  Mengerjakan tugas latar (pesan keluar, tenggat) di samping portal yang berjalan dengan JOB_CONCURRENCY=0.
  Does background jobs (messages, deadlines) beside a portal that runs with JOB_CONCURRENCY=0.
`;

/** Works until a signal ends the process; the exit code is for a start that failed. */
export async function run(): Promise<number> {
  return (await work(process.env)) ?? 0;
}
