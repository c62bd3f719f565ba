import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { StandingClock } from '../ground/index.ts';
import { keysFrom } from '../platform/index.ts';
import { findKnownDevice, KNOWN_DEVICE_DAYS, rememberDevice } from './known-devices.ts';

const deps = { keys: keysFrom(Buffer.alloc(32, 1)), clock: new StandingClock('2026-11-23T02:00:00Z') };
const remembered = (...names: string[]): string =>
  names.reduce<string>((cookie, name) => rememberDevice(deps, cookie, name), '');

describe('the mark of a known browser', () => {
  it('is good for the name it was given for, however that is typed, and for no other', () => {
    const cookie = remembered('budi@klaten');
    assert.notEqual(findKnownDevice(deps, cookie, ' Budi@Klaten '), null);
    assert.equal(findKnownDevice(deps, cookie, 'ratna@klaten'), null);
    assert.equal(findKnownDevice(deps, undefined, 'budi@klaten'), null);
    assert.doesNotMatch(cookie, /budi/i);
  });

  it('keeps five people who share a computer apart; the sixth makes the first a stranger', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@klaten`);
    const cookie = remembered(...names);
    const found = names.map((name) => findKnownDevice(deps, cookie, name));
    assert.equal(found[0], null);
    assert.equal(new Set(found.slice(1)).size, 5);
    assert.ok(found.slice(1).every((nonce) => nonce !== null));
    assert.ok(cookie.length < 1000, 'read to the end');
  });

  it('has one part a name, and each sign-in counts afresh', () => {
    const [once, twice] = [remembered('budi@klaten'), remembered('budi@klaten', 'budi@klaten')];
    assert.equal(twice.split('~').length, 1);
    assert.notEqual(findKnownDevice(deps, once, 'budi@klaten'), findKnownDevice(deps, twice, 'budi@klaten'));
  });

  it('is over after half a year, and cannot be made longer, altered, or brought from another installation', () => {
    const cookie = remembered('budi@klaten');
    const later = new StandingClock(
      deps.clock
        .now()
        .add({ hours: 24 * KNOWN_DEVICE_DAYS })
        .toString(),
    );
    assert.equal(findKnownDevice({ ...deps, clock: later }, cookie, 'budi@klaten'), null);
    const [nonce = '', until = '', mac = ''] = cookie.split('.');
    const longer = `${nonce}.${Number(until) + 1}.${mac}`;
    assert.equal(findKnownDevice(deps, longer, 'budi@klaten'), null);
    const others = { ...deps, keys: keysFrom(Buffer.alloc(32, 2)) };
    assert.equal(findKnownDevice(others, cookie, 'budi@klaten'), null);
  });

  it('is not found in anything somebody makes up', () => {
    const right = remembered('budi@klaten');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat(right.length - 1)), (made) => {
        const cookie =
          typeof made === 'string'
            ? made
            : `${right.slice(0, made)}${right[made] === 'A' ? 'B' : 'A'}${right.slice(made + 1)}`;
        // The last letter of base64url carries bits that are thrown away: such a cookie is the same one.
        fc.pre(made !== right.length - 1);
        assert.equal(findKnownDevice(deps, cookie, 'budi@klaten'), null);
      }),
    );
  });
});
