/** What the suite must know of a connector to hold it to the laws of the contract. */
import type { ProductKind } from '../../src/product/contract.ts';
import type { Program } from './needs.ts';
import type { Proxy } from './proxy.ts';

/** Any kind of product: the suite hands plans and evidence on without looking into them. */
export type AnyKind = ProductKind<unknown, unknown, unknown, unknown>;

/** A form as it comes in: strings by name. */
export type Raw = Readonly<Record<string, string>>;

export interface BadOrder {
  readonly why: string;
  readonly order: unknown;
  /** Which part of the order is at fault. */
  readonly field: string;
}

/** What people do when the connector asks for them, by the codes of its faults. */
export interface People {
  readonly askedToMake: readonly string[];
  make(plan: unknown): void;
  readonly askedToTakeBack: readonly string[];
  takeBack(plan: unknown): void;
}

/** A connector with a counterpart that is running: a real one wherever there is one to be had. */
export interface Bench {
  /** The government's settings for this kind, as its form gives them. */
  readonly settings: Raw;
  /** The connector's own settings, as its form gives them. Over the network they lead through `proxy`. */
  readonly connection: Raw;
  /** The connector's place below the data directory. */
  readonly directory: string;
  /** The nth good order; each asks for another name. */
  order(n: number): unknown;
  readonly badOrders: readonly BadOrder[];
  /** How many products the counterpart has, found without the connector. */
  total(): Promise<number>;
  /** Everything the connector and its counterpart have written, as one text, to be searched for secrets. */
  written(): Promise<string>;
  /** Leaves what a delivery leaves that broke off halfway. Absent: one act of the counterpart does it all. */
  readonly halfDo?: (plan: unknown, delivery: string) => Promise<void>;
  /** Where people make the product at the counterpart, and take it back, and the connector watches. */
  readonly people?: People;
  /** What an official records of a product, by the parts of its kind; for connectors that leave it all to people. */
  readonly record?: Readonly<Record<string, string>>;
  /** Over the network only. */
  readonly network?: {
    readonly proxy: Proxy;
    /** Connector settings with a wrong account or key. */
    readonly wrongCredentials: Raw;
    /** Settings that lead to a server of this name. */
    at(host: string): Raw;
  };
  /**
   * For connectors that write files: makes writing fail in every directory, also for root, and whole again. What was there before
   * is there again afterwards.
   */
  readonly disk?: { breakIt(): Promise<void>; mend(): Promise<void> };
  close(): Promise<void>;
}

export interface Specimen {
  readonly kind: AnyKind;
  /** Folder of the kind in src/product; a process that will be killed loads it by itself. */
  readonly folder: string;
  readonly connector: string;
  /** Of the counterpart's interface, where the connector speaks several. */
  readonly version?: string;
  readonly programs: readonly Program[];
  /** Makes the counterpart. Everything in a folder of its own, on free ports of the loopback address. */
  start(): Promise<Bench>;
}
