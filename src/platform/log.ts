import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

/** The program's log: one JSON object a line. Fastify and the job worker write to the same one. */
export type Log = Logger;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * A log that holds no personal data: what PostgreSQL says about a value (its `detail`, and messages of the
 * data-exception class 22, which quote the value) is left out, and so are headers and cookies (UU 27/2022).
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: describeError, error: describeError },
    redact: ['req.headers', 'res.headers', 'headers', 'cookie', 'authorization'],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The parts of an error that are safe to keep. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'a value that is no Error was thrown' };
  const code = codeOf(error);
  const quotesValues = code?.startsWith('22') === true && code.length === 5;
  // Only the places: the first lines of a stack repeat the message.
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.constructor.name,
    ...(code === undefined ? {} : { code }),
    message: quotesValues ? 'a value was refused by the database' : error.message,
    stack: stack.join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
