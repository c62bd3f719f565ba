import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createLog } from './log.ts';

describe('log', () => {
  function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
    const lines: string[] = [];
    write(createLog('info', { write: (line: string) => void lines.push(line) }));
    assert.equal(lines.length, 1);
    return JSON.parse(lines[0]!) as Record<string, unknown>;
  }

  it('tells what went wrong, with its cause', () => {
    const error = new TypeError('outer', { cause: new RangeError('inner') });
    const { err, msg } = logged((log) => log.error({ err: error }, 'failed')) as {
      err: { type: string; message: string; stack: string; cause: { message: string } };
      msg: string;
    };
    assert.equal(msg, 'failed');
    assert.equal(err.type, 'TypeError');
    assert.equal(err.message, 'outer');
    assert.equal(err.cause.message, 'inner');
    assert.match(err.stack, /log\.test\.ts/u);
  });

  it('keeps no value that the database quotes in an error', () => {
    const nik = '3310010101900001';
    const invalid = Object.assign(new Error(`invalid input syntax for type uuid: "${nik}"`), {
      code: '22P02',
      where: `parameter $1 = '${nik}'`,
    });
    const twice = Object.assign(new Error('duplicate key value violates unique constraint "x"'), {
      code: '23505',
      detail: `Key (nik)=(${nik}) already exists.`,
    });
    for (const error of [invalid, twice]) {
      const line = logged((log) => log.error({ err: new Error('failed', { cause: error }) }));
      assert.ok(!JSON.stringify(line).includes(nik));
      assert.ok(JSON.stringify(line).includes(error.code));
    }
  });

  it('keeps no headers', () => {
    const line = logged((log) => log.info({ req: { method: 'GET', headers: { cookie: 'secret' } } }));
    assert.ok(!JSON.stringify(line).includes('secret'));
  });
});
