import type { CommandIo } from './io.ts';
import { complain } from './io.ts';

export const help = `pendopo standard diff OLD NEW        what the file NEW changes against the file OLD
pendopo standard diff FILE           what FILE changes against the published version
pendopo standard publish DIR         check the directory of a government and publish what changed
pendopo standard export GOVERNMENT   write the published definitions as files
pendopo standard export SOURCE --sippn csv|json
                                     what SIPPN, the national catalogue, asks, in its order
pendopo standard print SOURCE        a standard or a decree's annex as PDF or Word, or the pledge as a poster
pendopo standard list [GOVERNMENT]   list published versions
pendopo standard import FILE         read the services out of a decree: PDF with text, .docx, HTML, text
pendopo standard draft FILE --government G
                                     a new government out of its decree, as files to review

SOURCE is the file of a service, the directory of a government, or what is published: GOVERNMENT or GOVERNMENT/SERVICE.
Publishing stores the whole text as a version that never changes; the same text again changes nothing.

  --lang id|en   language of the words (default: id)
  --to DIR       export: where to write (default: ./GOVERNMENT); existing files are replaced
                 draft: where to write (default: governments/G); nothing is replaced
                 print: the file to write, NAME.pdf or NAME.docx
  --pledge SIZE  print: the pledge as a poster, A4 or A3 (PDF)
  --address URL  print: with --pledge, where the code on the poster leads
  --issuer POST  print: who sets the standards (default: the head of the office)
  --by NAME      publish: who publishes, shown beside the version (default: the user of this computer)
  --json         diff, list: print JSON; import: its JSON in one line
  --zone Z       draft: WIB (default), WITA or WIT
  --without-services
                 draft: only the government; its services are reviewed at the desk
  --government G import: G of governments/G; a decree of somebody else gets a finding

Exit code 0: done, for diff no difference; 1: differences, or faults that stopped publishing; 2: wrong usage.
`;

interface Action {
  run(args: string[], io: CommandIo): Promise<number>;
}

/** Loaded one by one: comparing two files must not wait for the database driver. */
const actions: Readonly<Record<string, () => Promise<Action>>> = {
  diff: () => import('./standard-diff.ts'),
  publish: () => import('./standard-publish.ts'),
  export: () => import('./standard-export.ts'),
  print: () => import('./standard-print.ts'),
  list: () => import('./standard-list.ts'),
  import: () => import('./standard-import.ts'),
  draft: () => import('./standard-draft.ts'),
};

export async function run(args: string[], io: CommandIo): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (load === undefined) {
    return complain(
      io,
      `Sebut salah satu: ${Object.keys(actions).join(', ')}. Lihat / see: pendopo standard --help`,
    );
  }
  return (await load()).run(rest, io);
}
