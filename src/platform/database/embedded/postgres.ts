import { setTimeout as pause } from 'node:timers/promises';

import type { Words } from '../../../ground/index.ts';
import { databaseAccount, type Account } from './account.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { prepareCluster } from './cluster.ts';
import { preparePlace, type ClusterPlace } from './place.ts';
import { ensureRoles, logins, socketUrl } from './roles.ts';
import { signalTo, startServer, stopLeftover, stopServer, type ServerProcess } from './server.ts';

/** Addresses of one database for the three roles. */
export interface DatabaseAddresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
}

/** The PostgreSQL that Pendopo runs itself. */
export interface EmbeddedPostgres extends DatabaseAddresses {
  /** Address of the cluster's superuser; for making test databases. */
  readonly superuserUrl: string;
  /** Folder of PostgreSQL's data. */
  readonly clusterDirectory: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Absolute; below it come cluster, socket and log. Everybody up the path must be allowed to enter it. */
  readonly base: string;
  /** Absolute; where the binaries are copied if the database user cannot enter the npm packages. */
  readonly copies: string;
  /** Told what takes time. */
  readonly progress: (words: Words) => void;
}

/**
 * Starts the embedded PostgreSQL: made at the first start, freed of what a killed run left, started again when
 * it ends unasked. The caller has made sure that nobody else uses `base` (`openDataDirectory` locks it).
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = await databaseAccount();
  const place = await preparePlace(options.base, account);
  const binaries = await findBinaries(account, options.copies);
  await stopLeftover(place);
  options.progress({
    id: `Menyiapkan basis data di ${place.cluster}`,
    en: `Preparing the database in ${place.cluster}`,
  });
  await prepareCluster(place, binaries, account);
  const supervised = new Supervised(place, binaries, account, options.progress);
  await supervised.start();
  await ensureRoles(place.sockets);
  return {
    ownerUrl: socketUrl(place.sockets, logins.owner),
    appUrl: socketUrl(place.sockets, logins.app),
    workerUrl: socketUrl(place.sockets, logins.worker),
    superuserUrl: socketUrl(place.sockets, 'postgres', 'postgres'),
    clusterDirectory: place.cluster,
    stop: () => supervised.stop(),
  };
}

/** How often in a row a server that ended is started again. */
const mostAttempts = 5;

/** Keeps one server running until it is asked to stop. */
class Supervised {
  readonly #place: ClusterPlace;
  readonly #binaries: Binaries;
  readonly #account: Account;
  readonly #progress: EmbeddedOptions['progress'];
  #server: ServerProcess | undefined;
  #stopping = false;
  #watching: Promise<void> = Promise.resolve();

  constructor(
    place: ClusterPlace,
    binaries: Binaries,
    account: Account,
    progress: EmbeddedOptions['progress'],
  ) {
    this.#place = place;
    this.#binaries = binaries;
    this.#account = account;
    this.#progress = progress;
  }

  async start(): Promise<void> {
    this.#server = await startServer(this.#place, this.#binaries, this.#account);
    process.once('exit', this.#atExit);
    this.#watching = this.#watch(this.#server);
  }

  async stop(): Promise<void> {
    if (this.#stopping) return this.#watching;
    this.#stopping = true;
    process.off('exit', this.#atExit);
    const server = this.#server;
    // It may be seen to have ended before Node is told so; a program with nothing else to do would end in between.
    server?.hold();
    if (server !== undefined) await stopServer(server.pid, this.#place.cluster);
    await this.#watching;
  }

  /** Starts it again when it was killed (out of memory, by mistake); gives up when that does not work. */
  async #watch(server: ServerProcess): Promise<void> {
    await server.ended;
    for (let attempt = 1; !this.#stopping && attempt <= mostAttempts; attempt += 1) {
      this.#progress({
        id: `Server basis data berhenti tanpa diminta; dimulai lagi (percobaan ${attempt} dari ${mostAttempts})`,
        en: `The database server ended unasked; starting it again (attempt ${attempt} of ${mostAttempts})`,
      });
      const again = await this.#startAgain().catch(() => undefined);
      if (again !== undefined) return this.#watch(again);
      await pause(attempt * 500);
    }
  }

  async #startAgain(): Promise<ServerProcess> {
    await stopLeftover(this.#place);
    this.#server = await startServer(this.#place, this.#binaries, this.#account);
    // Asked to stop while it was starting: the request went to the server before.
    if (this.#stopping) await stopServer(this.#server.pid, this.#place.cluster);
    return this.#server;
  }

  /** When the program ends without having asked (an uncaught error), the server is told to stop as well. */
  readonly #atExit = (): void => {
    if (this.#server !== undefined) signalTo(this.#server.pid, 'SIGINT');
  };
}
