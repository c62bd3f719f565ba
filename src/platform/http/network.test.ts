import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf, siteOf } from './network.ts';

test('an IPv4 address stands for itself, also written as IPv6', () => {
  assert.equal(networkOf('203.0.113.9'), '203.0.113.9');
  assert.equal(networkOf('::ffff:203.0.113.9'), '203.0.113.9');
  assert.equal(networkOf('::FFFF:203.0.113.9'), '203.0.113.9');
});

test('all addresses of a line count as one, however they are written', () => {
  const line = '2001:db8:12:34::/64';
  for (const address of [
    '2001:db8:12:34::1',
    '2001:0db8:0012:0034:ffff:1:2:3',
    '2001:DB8:12:34:0:0:0:0',
    '2001:db8:12:34:5::6%eth0',
  ])
    assert.equal(networkOf(address), line, address);
  assert.notEqual(networkOf('2001:db8:12:35::1'), line);
  assert.equal(networkOf('2001:db8::5:6:7:8:9'), '2001:db8:0:5::/64');
  assert.equal(networkOf('fe80::1'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.equal(networkOf('1::'), '1:0:0:0::/64');
});

test('all networks of a site count as one, and an IPv4 address is its own', () => {
  const site = (address: string): string => siteOf(networkOf(address));
  assert.equal(site('2001:db8:12:34::1'), '2001:db8:12::/48');
  assert.equal(site('2001:db8:12:ffff::1'), '2001:db8:12::/48');
  assert.notEqual(site('2001:db8:13:34::1'), '2001:db8:12::/48');
  assert.equal(site('::1'), '0:0:0::/48');
  assert.equal(site('203.0.113.9'), '203.0.113.9');
});

test('what is no address is itself', () => {
  assert.equal(networkOf(''), '');
  assert.equal(networkOf('unknown'), 'unknown');
  assert.equal(siteOf('unknown'), 'unknown');
});
