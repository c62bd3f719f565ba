import { join } from 'node:path';
import type { ProductDeps } from './delivering/deps.ts';
import { allKinds } from './kinds.ts';

/** What delivering works with at one installation: embedded connectors keep their files below the data directory. */
export const productDeps = (
  {
    kinds = allKinds,
    dataDirectory,
    demo,
    publicUrl,
  }: Pick<ProductDeps, 'demo' | 'publicUrl'> & {
    readonly dataDirectory: string;
    readonly kinds?: ProductDeps['kinds'];
  },
  { keys, catalogue, clock }: Pick<ProductDeps, 'keys' | 'catalogue' | 'clock'>,
): ProductDeps => ({
  keys,
  catalogue,
  clock,
  kinds,
  directory: join(dataDirectory, 'products'),
  demo,
  publicUrl,
});
