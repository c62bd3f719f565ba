import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Usage } from './sites.ts';
import { usageWords } from './usage-words.ts';

const GB = 1024 ** 3;
const roomy = { bytes: 100 * GB, freeBytes: 40 * GB };
const none = { closed: [], today: Temporal.PlainDate.from('2026-11-23') };
const site = (domain: string, gigabytes: number | null, quota = 10): Usage => ({
  domain,
  bytes: gigabytes === null ? null : gigabytes * GB,
  quotaBytes: quota * GB,
});

test('sites that are full, nearly full and closed are named, each once', () => {
  const sites = [site('a', 9), site('b', 9.01), site('c', 10), site('d', 10.01), site('e', null)];
  const { id, en } = usageWords(sites, roomy, none);
  assert.match(id, /Melebihi kapasitasnya: d\. Hampir penuh, di atas 90%: b, c\. Tidak terukur.*: e\./);
  assert.match(en, /Over their capacity: d\. Nearly full, above 90%: b, c\. Not measured.*: e\./);
});

test('what is promised is told beside the disk, and that it is too small where it is', () => {
  const sites = [site('a', 1, 70), site('b', 1, 30.5)];
  const { id } = usageWords(sites, roomy, none);
  assert.match(id, /Dijanjikan kepada situs-situs ini 100,5 GB; disknya 100 GB, yang bebas 40 GB\./);
  assert.match(id, /tidak cukup untuk semua yang dijanjikan/);
  const enough = usageWords(sites, { ...roomy, bytes: 101 * GB }, none);
  assert.doesNotMatch(enough.en, /too small/);
  assert.match(enough.en, /None is over its capacity\./);
});

test('files of closed sites are told with their size, those past their day by name, and count on the disk', () => {
  const kept = (name: string, gigabytes: number | null) => ({
    name,
    until: /\d{4}-\d{2}-\d{2}$/.exec(name)?.[0] ?? null,
    bytes: gigabytes === null ? null : gigabytes * GB,
  });
  const closed = [
    kept('a_d1_sampai_2026-11-22', 1.5),
    kept('b_d2_sampai_2026-11-23', 2),
    kept('c_d3_sampai_2026-09-01', null),
    kept('lain', 0),
  ];
  const { id, en } = usageWords([site('e', 1, 97)], roomy, { ...none, closed });
  assert.match(id, /Berkas 4 situs yang sudah ditutup masih memakai 3,5 GB di direktori closed\./);
  assert.match(en, /may be deleted: a_d1_sampai_2026-11-22, c_d3_sampai_2026-09-01\./);
  assert.match(en, /too small/);
});
