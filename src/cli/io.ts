import type { Writable } from 'node:stream';

/** What a command may touch of the world around it. Handed in, so that tests need no process. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Buffer>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /**
   * The text of a file; rejects where there is none, or with the code EFBIG where it is larger than `most` bytes.
   * Paths are relative to the working directory.
   */
  readFile(path: string, most?: number): Promise<string>;
}

/** Exit code for input that cannot be used. */
export const BAD_INPUT = 2;

/** Says in one line on standard error what is wrong and the way out; gives the exit code. */
export function complain(io: CommandIo, message: string): number {
  io.stderr.write(`${message.replaceAll(/(?<!\s)[^\S\n]*\n\s*/g, ' ')}\n`);
  return BAD_INPUT;
}
