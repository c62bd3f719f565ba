import { withEntries } from './values.ts';
import type { PdfDict, PdfValue } from './values.ts';

/** Bytes of a value, as they stand in a file. Texts are written in hexadecimal, so nothing in them needs an escape. */
export function printValue(value: PdfValue): Buffer {
  return Buffer.from(textOf(value), 'latin1');
}

function textOf(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return printNumber(value);
  if (value.kind === 'name') return printName(value.name);
  if (value.kind === 'text') return `<${value.bytes.toString('hex')}>`;
  if (value.kind === 'ref') return `${value.number} ${value.generation} R`;
  if (value.kind === 'array') return `[${value.items.map(textOf).join(' ')}]`;
  if (value.kind === 'dict') return printDict(value);
  const dict = withEntries(value.dict, { Length: value.data.length });
  return `${printDict(dict)}\nstream\n${value.data.toString('latin1')}\nendstream`;
}

function printDict({ entries }: PdfDict): string {
  const lines = [...entries].map(([name, value]) => `${printName(name)} ${textOf(value)}`);
  return `<< ${lines.join(' ')} >>`;
}

/** PDF knows no exponents. */
function printNumber(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  return value
    .toFixed(6)
    .replace(/(?<!0)0+$/, '')
    .replace(/\.$/, '');
}

function printName(name: string): string {
  const safe = name.replaceAll(
    /[^\x21-\x7e]|[#()<>[\]{}/%]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/${safe}`;
}
