import type { FastifyBaseLogger } from 'fastify';

export interface ClosingStep {
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

export interface Shutdown {
  /** What to close, in this order: the server first, the database last. A failing one does not stop the rest. */
  readonly steps: readonly ClosingStep[] | Promise<readonly ClosingStep[]>;
  /** After so long the process ends whatever is still open. */
  readonly patienceSeconds?: number;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

/**
 * Closes cleanly on Ctrl-C (SIGINT) and SIGTERM, then ends the process: code 0, or 1 when something could not
 * be closed in time. A signal while all is still being opened waits for that, so that nothing stays half open.
 * A second signal ends it at once. Gives a function that takes the listeners off again.
 */
export function closeOnSignals(shutdown: Shutdown): () => void {
  let closing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (closing) process.exit(1);
    closing = true;
    shutdown.log.info({ signal }, 'closing');
    void closeAll(shutdown).then((clean) => process.exit(clean ? 0 : 1));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
}

/** Closes all steps one after the other; false when one failed or patience ran out. */
export async function closeAll({ steps, patienceSeconds = 30, log }: Shutdown): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => {
    log.error({ patienceSeconds }, 'closing took too long');
    late.resolve(false);
  }, patienceSeconds * 1000);
  try {
    return await Promise.race([closeInOrder(steps, log), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function closeInOrder(steps: Shutdown['steps'], log: Shutdown['log']): Promise<boolean> {
  let clean = true;
  // What could not be opened has told so where it was opened, and has closed what it had.
  for (const { name, close } of await Promise.resolve(steps).catch(() => [])) {
    try {
      await close();
    } catch (error) {
      clean = false;
      log.error({ err: error, name }, 'could not close');
    }
  }
  return clean;
}
