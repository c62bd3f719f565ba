/** The place of the trial authority in tests: a demonstration with a master key of its own. */
import { StandingClock } from '../../src/ground/index.ts';
import { keysFrom } from '../../src/platform/index.ts';
import type { ConnectorPlace, ProgramPlace } from '../../src/product/contract.ts';

const keys = keysFrom(Buffer.alloc(32, 7));

export const demoProgram: ProgramPlace = {
  demo: true,
  publicUrl: 'https://pendopo.example',
  wrap: (bytes, context) => keys.wrap(bytes, context),
  unwrap: (wrapped, context) => keys.unwrap(wrapped, context),
};

export function demoPlace(directory: string): ConnectorPlace & { readonly clock: StandingClock } {
  return { directory, clock: new StandingClock('2026-11-23T02:00:00Z'), program: demoProgram };
}
