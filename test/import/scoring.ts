/**
 * How well a reading fits what a person read. Texts are compared without case and signs. A list scores by its best
 * alignment: items found whole count 1, split or run together ones a part, missing and surplus ones nothing. A promised
 * time, a fee and a number of staff are right or wrong; their wording counts for half of what is right.
 */
import type { JsonDecree } from '../../src/standard/import/index.ts';
import { listComponents } from '../../src/standard/model.ts';
import type { ListComponent } from '../../src/standard/model.ts';
import type { Expected, ExpectedComponents, ExpectedService } from './expected.ts';

type Read = JsonDecree['services'][number];

export interface Score {
  /** Component, or `title`, `decree`, `findings`, to marks from 0 to 1, one a service. */
  readonly marks: ReadonlyMap<string, readonly number[]>;
  /** Promises that were read as something else than they are: unforgivable, as are the next two. */
  readonly wrongPromises: readonly string[];
  /** Fees that were read as another sum than they are, or as free: what is not certain is to be asked. */
  readonly wrongFees: readonly string[];
  /** Services that the document does not have: whatever they promise is promised by nobody. */
  readonly surplusServices: readonly string[];
  /** Findings of what is not so: they cost a reviewer more than a missing one. */
  readonly wrongFindings: readonly string[];
  /** What was not as expected, for whoever mends the grammar. */
  readonly misses: readonly string[];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Share of common neighbouring words and letters (Dice over triples of letters): 1 the same. */
export function similarity(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return 1;
  const [left, right] = [triples(a), triples(b)];
  let shared = 0;
  for (const [triple, count] of left) shared += Math.min(count, right.get(triple) ?? 0);
  return (2 * shared) / Math.max(1, sizeOf(left) + sizeOf(right));
}

function triples(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const padded = ` ${text} `;
  for (let at = 0; at < padded.length - 2; at += 1) {
    const triple = padded.slice(at, at + 3);
    counts.set(triple, (counts.get(triple) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Two items that share less are not the same item. */
const ALIKE = 0.5;

/** The best alignment of two lists in their order, as a share of the longer one. */
export function alignment(read: readonly string[], expected: readonly string[]): number {
  if (read.length === 0 && expected.length === 0) return 1;
  let before = Array.from({ length: expected.length + 1 }, () => 0);
  for (const item of read) {
    const row = [0];
    for (const [at, wanted] of expected.entries()) {
      const alike = similarity(item, wanted);
      const paired = (before[at] ?? 0) + (alike >= ALIKE ? alike : 0);
      row.push(Math.max(paired, before[at + 1] ?? 0, row[at] ?? 0));
    }
    before = row;
  }
  return (before.at(-1) ?? 0) / Math.max(read.length, expected.length);
}

function listMark(name: ListComponent, read: Read, expected: ExpectedService): number {
  const [got, wanted] = [read.components[name].items, expected.components[name].items];
  const aligned = alignment(got, wanted);
  return expected.runOn?.includes(name) === true
    ? Math.max(aligned, similarity(got.join(' '), wanted.join(' ')))
    : aligned;
}

const worded = (isRight: boolean, got: string, wanted: string): number =>
  isRight ? 0.5 + 0.5 * similarity(got, wanted) : 0;

function componentMarks(read: Read, expected: ExpectedService): readonly (readonly [string, number])[] {
  const [got, wanted]: [Read['components'], ExpectedComponents] = [read.components, expected.components];
  return [
    ...listComponents.map((name) => [name, listMark(name, read, expected)] as const),
    ['time', worded(same(got.time.promise, wanted.time.promise), got.time.text, wanted.time.text)],
    ['fee', worded(same(feeOf(got.fee), feeOf(wanted.fee)), got.fee.text, wanted.fee.text)],
    [
      'staffing',
      worded(got.staffing.count === wanted.staffing.count, got.staffing.text, wanted.staffing.text),
    ],
    [
      'title',
      read.title === null || expected.title === null
        ? Number(read.title === expected.title)
        : similarity(read.title, expected.title),
    ],
  ];
}

/** Compares a reading with what was expected. */
export function scoreOf(name: string, read: JsonDecree, expected: Expected): Score {
  const marks = new Map<string, number[]>();
  const misses: string[] = [];
  const wrongPromises: string[] = [];
  const wrongFees: string[] = [];
  const wrongFindings: string[] = [];
  const give = (component: string, mark: number, what: string): void => {
    marks.set(component, [...(marks.get(component) ?? []), mark]);
    if (mark < 0.995) misses.push(`${name} ${component} ${mark.toFixed(2)}: ${what}`);
  };
  const services = Math.max(read.services.length, expected.services.length);
  for (let at = 0; at < services; at += 1) {
    const [got, wanted] = [read.services[at], expected.services[at]];
    if (!got || !wanted) {
      for (const component of [...listComponents, 'time', 'fee', 'staffing', 'title'])
        give(component, 0, `service ${at + 1} missing or surplus`);
      continue;
    }
    for (const [component, mark] of componentMarks(got, wanted))
      give(component, mark, difference(component, got, wanted));
    if (hasWrongFee(got, wanted)) wrongFees.push(`${name} ${at + 1}: ${wanted.components.fee.text}`);
    if (hasWrongTime(got, wanted)) wrongPromises.push(`${name} ${at + 1}: ${wanted.components.time.text}`);
    wrongFindings.push(...unwantedFindings(got, wanted).map((message) => `${name} ${at + 1}: ${message}`));
    for (const { component, about } of missingFindings(got, wanted))
      give('findings', 0, `${component}: ${about}`);
    const found = (wanted.expectFindings?.length ?? 0) - missingFindings(got, wanted).length;
    for (let count = 0; count < found; count += 1) give('findings', 1, '');
  }
  give(
    'decree',
    decreeMark(read.decree, expected.decree),
    `${JSON.stringify(read.decree)} for ${JSON.stringify(expected.decree)}`,
  );
  const surplusServices = read.services
    .slice(expected.services.length)
    .map(({ title }, at) => `${name} ${expected.services.length + at + 1}: ${title}`);
  return { marks, wrongPromises, wrongFees, surplusServices, wrongFindings, misses };
}

function difference(component: string, got: Read, wanted: ExpectedService): string {
  if (component === 'title') return `${got.title} for ${wanted.title}`;
  const name = component as keyof ExpectedComponents;
  return `\n    read     ${JSON.stringify(got.components[name])}\n    expected ${JSON.stringify(wanted.components[name])}`;
}

const feeOf = ({ free, amounts }: ExpectedComponents['fee']): unknown => [free, amounts];

/** A fee that is given, and not as it is; one that is asked costs its mark only. */
const hasWrongFee = ({ components: { fee } }: Read, expected: ExpectedService): boolean =>
  (fee.free || fee.amounts.length > 0) && !same(feeOf(fee), feeOf(expected.components.fee));

const FIELDS = ['number', 'date', 'office', 'title'] as const;

function decreeMark(read: JsonDecree['decree'], expected: Expected['decree']): number {
  if (!read || !expected) return Number(read === expected);
  const marks = FIELDS.map((field) =>
    read[field] === null || expected[field] === null
      ? Number(read[field] === expected[field])
      : similarity(read[field], expected[field]),
  );
  return marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}

/** Figures, addresses and quoted words that a finding must name to be the one that was meant. */
const factsOf = (about: string): readonly string[] => [
  ...[...about.matchAll(/"([^"]{3,60})"/g)].map((match) => match[1] ?? ''),
  ...[...about.matchAll(/\d+\/\d{4}|[@\w.-]+\.(?:id|com)\b|@\w+/g)].map(([fact]) => fact),
];

/** Expected findings that no finding of the same component answers; each finding answers one. */
function missingFindings(
  read: Read,
  expected: ExpectedService,
): readonly { component: string; about: string }[] {
  const left = [...read.findings];
  const wanted = (expected.expectFindings ?? []).toSorted(
    (a, b) => factsOf(b.about).length - factsOf(a.about).length,
  );
  return wanted.filter(({ component, about }) => {
    const facts = factsOf(about);
    const fits = left
      .map((finding, at) => ({
        at,
        finding,
        hits: facts.filter((fact) => plain(finding.message).includes(plain(fact))).length,
      }))
      .filter(({ finding }) => finding.component === component)
      .toSorted((a, b) => b.hits - a.hits);
    const [best] = fits;
    if (!best || (facts.length > 0 && best.hits === 0)) return true;
    left.splice(best.at, 1);
    return false;
  });
}

/** A promise that is another one, or one of several times that is lost, added or another. */
function hasWrongTime({ components: { time } }: Read, expected: ExpectedService): boolean {
  const { promise } = expected.components.time;
  const entries = expected.expectEntries?.map((entry) => entry.promise);
  return (
    (time.promise !== null && !same(time.promise, promise)) ||
    (entries !== undefined && !same(time.entries, entries))
  );
}

/** What an expectation is about, by its words, and how a finding of the same would speak. */
const MATTERS: readonly (readonly [about: RegExp, says: (message: string, fact: string) => boolean])[] = [
  [/tariff basis/, (message) => message.includes('no tariff basis')],
  [/basis is not open/, (message) => message.includes('working or calendar days is not said')],
  [/is in force/, (message, fact) => message.includes(`${fact} has been replaced`)],
  [/ceiling|is what .* gives/, (message) => /longer than|^Against /.test(message)],
];

/** Findings of what a person found not to be so. An expectation that is about nothing known here is a fault of the test. */
function unwantedFindings(read: Read, { expectNoFindings = [] }: ExpectedService): readonly string[] {
  return expectNoFindings.flatMap(({ component, about }) => {
    const [, says] = MATTERS.find(([words]) => words.test(about)) ?? [];
    if (!says) throw new Error(`No finding would say the contrary of “${about}”`);
    const [fact = ''] = factsOf(about);
    return read.findings
      .filter((finding) => finding.component === component && says(finding.message, fact))
      .map(({ message }) => message);
  });
}

export const mean = (marks: readonly number[]): number =>
  marks.length === 0 ? 1 : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;

/** The mean over all components and services; findings and decree are told apart. */
export const total = (marks: Score['marks']): number =>
  mean(
    [...marks].filter(([name]) => name !== 'findings' && name !== 'decree').flatMap(([, values]) => values),
  );
