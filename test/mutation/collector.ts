/** Stands in for `node:test` while mistakes are tried: collects the tests, so that a trial runs them one by one. */

type Body = () => unknown;

const collected: Body[] = [];

export function test(_name: string, body: Body): void {
  collected.push(body);
}

export function describe(_name: string, body: () => void): void {
  body();
}

/** The tests collected since the last call, in their order. */
export const takeTests = (): readonly Body[] => collected.splice(0);
