/** The kinds of product as the machine handles them, whatever their own types are. */
import type { DeliveryKind } from '../../standard/index.ts';
import type { Connector, ProductKind } from '../contract.ts';

export type AnyKind = ProductKind<unknown, unknown, unknown, unknown>;
export type AnyConnector = Connector<unknown, unknown>;

/** A kind as the machine needs it: how the parts a standard hands over become its order. */
export interface OfferedKind {
  readonly kind: AnyKind;
  /** The kind's order from the parts that the step's `order` names; what is not answered is missing. Unread. */
  readonly orderOf: (parts: Readonly<Record<string, unknown>>) => unknown;
  /** Which part of the standard's order a fault of the kind's own order stands at. */
  readonly partOf: (path: string) => string;
}

export type Kinds = Partial<Readonly<Record<DeliveryKind, OfferedKind>>>;

/** The connector that stands for "not by the program". */
export const BY_HAND = 'by-hand';
