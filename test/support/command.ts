/** A command of `pendopo` called in this process, and what it said. */
import { Writable } from 'node:stream';
import type { CommandIo } from '../../src/cli/io.ts';
import type { CommandModule } from '../../src/cli/commands.ts';

export interface CommandEnding {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls a command with nothing on its standard input. Files are read by `readFile`; without one none may be asked for. */
export async function callCommand(
  command: CommandModule['run'],
  args: readonly string[],
  readFile: CommandIo['readFile'] = () => Promise.reject(new Error('not asked for')),
): Promise<CommandEnding> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const code = await command([...args], {
    stdin: (async function* () {})(),
    stdout: into('stdout'),
    stderr: into('stderr'),
    readFile,
  });
  return { code, ...said };
}
