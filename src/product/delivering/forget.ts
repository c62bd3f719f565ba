import type { DeliveryKind } from '../../standard/index.ts';
import { placeOf } from './connection.ts';
import type { ProductDeps } from './deps.ts';

/** Has every connector erase whom these deliveries were for, also one that is no longer chosen. Again is harmless. */
export async function forgetPeople(
  deps: ProductDeps,
  government: string,
  deliveries: readonly string[],
): Promise<void> {
  for (const [kind, { kind: product }] of Object.entries(deps.kinds))
    for (const connector of product.connectors)
      // The keys of the table are its kinds; Object.entries forgets that.
      await connector.forget?.(placeOf(deps, government, kind as DeliveryKind), deliveries);
}
