import { sippnCsv, sippnEntries } from '../standard/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { standardSource } from './standard-source.ts';

/** `pendopo standard export --sippn csv|json SOURCE`: what the national catalogue asks, in its order, on standard output. */
export async function exportForSippn(source: string, form: string, io: CommandIo): Promise<number> {
  if (form !== 'csv' && form !== 'json') {
    return complain(io, `--sippn ${form}: pilih csv atau json / choose csv or json.`);
  }
  const { government, services } = await standardSource(source, io);
  const entries = sippnEntries(government, services);
  io.stdout.write(form === 'csv' ? sippnCsv(entries) : `${JSON.stringify(entries, null, 2)}\n`);
  return 0;
}
