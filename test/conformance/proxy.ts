/** A road to a counterpart that can be torn up: every connector over the network is tried on it. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** How far each side had come whenever bytes passed: where a conversation can be cut so that it hurts. */
export interface Passed {
  readonly to: readonly number[];
  readonly from: readonly number[];
}

type Fault =
  | { readonly is: 'none' }
  /** Takes connections and lets nothing through: a server that hangs, a firewall that swallows. */
  | { readonly is: 'black-hole' }
  /** Every piece comes so many milliseconds late. */
  | { readonly is: 'late'; readonly by: number }
  /** Both sides are cut off once so many bytes went `to` the counterpart or came `from` it, over all connections. */
  | { readonly is: 'cut'; readonly way: 'to' | 'from'; readonly after: number };

export class Proxy {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server;
  #port = 0;
  #fault: Fault = { is: 'none' };
  #passed: { to: number[]; from: number[] } = { to: [], from: [] };

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
    this.#server = this.#newServer();
  }

  static async to(port: number, host = '127.0.0.1'): Promise<Proxy> {
    const proxy = new Proxy({ host, port });
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** Connections that are open now, on either side. */
  get open(): number {
    return this.#sockets.size;
  }

  /** Lets everything through again, and forgets what passed. */
  async pass(): Promise<void> {
    this.#change({ is: 'none' });
    if (!this.#server.listening) await this.#listen();
  }

  /** Nobody listens any more: connecting is refused. */
  async refuse(): Promise<void> {
    this.#change({ is: 'none' });
    this.#cutAll();
    this.#server.close();
    await once(this.#server, 'close');
    this.#server = this.#newServer();
  }

  swallow(): void {
    this.#change({ is: 'black-hole' });
  }

  delay(by: number): void {
    this.#change({ is: 'late', by });
  }

  cut(way: 'to' | 'from', after: number): void {
    this.#change({ is: 'cut', way, after });
  }

  /** What passed since the last change, as running totals. */
  get passed(): Passed {
    return this.#passed;
  }

  async close(): Promise<void> {
    this.#cutAll();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #change(fault: Fault): void {
    this.#fault = fault;
    this.#passed = { to: [], from: [] };
  }

  #newServer(): Server {
    return createServer((near) => this.#join(near));
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #join(near: Socket): void {
    this.#keep(near);
    if (this.#fault.is === 'black-hole') return void near.resume();
    const far = connect(this.#target);
    this.#keep(far);
    near.on('data', (data: Buffer) => this.#carry('to', data, far, near));
    far.on('data', (data: Buffer) => this.#carry('from', data, near, far));
    near.on('end', () => this.#inTime(() => far.end()));
    far.on('end', () => this.#inTime(() => near.end()));
    near.on('close', () => this.#inTime(() => far.destroySoon()));
    far.on('close', () => this.#inTime(() => near.destroySoon()));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // A cut line is what this is for; whoever speaks through it notices by itself.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #carry(way: 'to' | 'from', data: Buffer, into: Socket, source: Socket): void {
    const before = this.#passed[way].at(-1) ?? 0;
    const fault = this.#fault;
    if (fault.is === 'cut' && fault.way === way && before + data.length >= fault.after) {
      const rest = data.subarray(0, Math.max(0, fault.after - before));
      // What still passes must have arrived before the line is gone, or the cut would come earlier than it was asked for.
      into.write(rest, () => this.#tear(into, source));
      this.#passed[way].push(before + rest.length);
      return;
    }
    this.#passed[way].push(before + data.length);
    this.#inTime(() => into.write(data));
  }

  /** At once, or late; timers of one length keep their order, so that an end never overtakes what came before it. */
  #inTime(act: () => void): void {
    if (this.#fault.is === 'late') setTimeout(act, this.#fault.by);
    else act();
  }

  /** Ends towards where bytes went (it reads all of them), breaks off towards where they came from. */
  #tear(into: Socket, source: Socket): void {
    into.end();
    source.removeAllListeners('data');
    setTimeout(() => {
      into.destroy();
      source.destroy();
    }, 20);
  }

  #cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
