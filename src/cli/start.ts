import { start } from '../main.ts';

export const help = `pendopo start

  Menjalankan portal sampai Ctrl-C. Pengaturan lewat variabel lingkungan; lihat docs/running.md.
  Runs the portal until Ctrl-C. Settings come from the environment; see docs/running.md.
`;

/** Serves until a signal ends the process; the exit code is for a start that failed. */
export async function run(): Promise<number> {
  return (await start(process.env)) ?? 0;
}
