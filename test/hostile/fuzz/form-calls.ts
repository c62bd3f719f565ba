/** Posts to the forms of pages, by their own fields: some as the page would send them, some with nonsense. */
import * as fc from 'fast-check';
import { examplePdf } from '../../../src/example-document.ts';
import type { Call } from './line.ts';
import { callOf } from './person.ts';
import type { Field, FoundForm, Values } from './person.ts';
import type { Part } from './multipart.ts';
import { hostileText } from './values.ts';

const TOKEN = '_csrf';

/** What is sent for one field: its own value, nonsense, nothing, or several values. */
function valuesOf({ name, kind, value }: Field): fc.Arbitrary<Values> {
  const own = fc.constant<Values>([[name, value]]);
  if (name === TOKEN) return own;
  const odd = hostileText.map((text): Values => [[name, text]]);
  const none = fc.constant<Values>([]);
  const twice = hostileText.map((text): Values => [
    [name, value],
    [name, text],
  ]);
  if (kind === 'submit' || kind === 'button') return fc.oneof(none, own, odd);
  return fc.oneof({ weight: 4, arbitrary: odd }, { weight: 3, arbitrary: own }, none, twice);
}

const strange: fc.Arbitrary<Values> = fc.array(
  fc.tuple(
    fc.constantFrom('__proto__', 'constructor', 'x[0]', '', 'version', 'dari', 'nanti', 'hapus'),
    hostileText,
  ),
  { maxLength: 2 },
);

const filesOf = ({ fields }: FoundForm): fc.Arbitrary<readonly Part[]> =>
  fc
    .tuple(
      ...fields
        .filter(({ kind }) => kind === 'file')
        .map(({ name }) =>
          fc.option(
            fc.record({
              name: fc.constant(name),
              fileName: hostileText,
              bytes: fc.constantFrom(
                examplePdf('x'),
                Buffer.alloc(0),
                Buffer.from('<zq-mark>'),
                Buffer.from('%PDF-1.4 <html>'),
              ),
            }),
            { nil: null },
          ),
        ),
    )
    .map((files) => files.filter((file) => file !== null));

/** Any post to any of the forms, sent with the headers of whoever found them. */
export function formCalls(
  forms: readonly FoundForm[],
  headers: Readonly<Record<string, string>>,
): fc.Arbitrary<Call> {
  return fc
    .tuple(fc.constantFrom(...forms), fc.ipV4())
    .chain(([form, address]) =>
      fc
        .tuple(fc.tuple(...form.fields.map(valuesOf)), strange, filesOf(form))
        .map(([values, more, files]) =>
          withAddress(callOf(form, [...values.flat(), ...more], files), headers, address),
        ),
    );
}

/** The same addresses as links lead to, with other words after the question mark and other parts between the slashes. */
export function pageCalls(
  pages: readonly string[],
  headers: Readonly<Record<string, string>>,
): fc.Arbitrary<Call> {
  const names = [...new Set(pages.flatMap((page) => [...new URL(page, 'http://here').searchParams.keys()]))];
  const pair = fc.tuple(fc.constantFrom(...names, 'lang', 'q', '__proto__', 'ke'), hostileText);
  return fc
    .tuple(
      fc.constantFrom(...pages),
      fc.array(pair, { maxLength: 3 }),
      fc.nat(12),
      fc.option(hostileText, { freq: 2 }),
      fc.ipV4(),
    )
    .map(([page, pairs, at, odd, address]) => {
      const parts = (page.split('?')[0] ?? '').split('/');
      if (odd !== null && at > 0 && at < parts.length) parts[at] = encodeURIComponent(odd.toWellFormed());
      const query = new URLSearchParams(
        pairs.map(([name, value]) => [name, value.toWellFormed()]),
      ).toString();
      const path = `${parts.join('/') || '/'}?${query}`;
      return withAddress({ method: 'GET', path, headers: {}, body: null }, headers, address);
    });
}

const withAddress = (call: Call, headers: Readonly<Record<string, string>>, address: string): Call => ({
  ...call,
  headers: { ...call.headers, ...headers, 'x-forwarded-for': address },
});
