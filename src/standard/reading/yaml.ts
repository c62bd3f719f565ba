import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, ParsedNode, YAMLMap } from 'yaml';
import type { Place, PropertyPath } from './fault.ts';
import { yamlWords } from './yaml-words.ts';
import type { Words } from '../../ground/index.ts';

/** Far above any decree; keeps a hostile file from keeping a web process busy. */
const MAX_DEFINITION_BYTES = 1_000_000;
const MAX_DEPTH = 40;
/** More would not be read by a person, and placing them all would take long. */
export const MAX_FAULTS = 100;
const MAX_STRAY_BRACKETS = 100;

interface TextFault extends Place {
  readonly words: Words;
}

/** A YAML (or JSON) text as plain data, with the place of every value. */
export interface ParsedText {
  readonly value: unknown;
  readonly faults: readonly TextFault[];
  /** Where the value at `path` stands; of a value that is missing, where its nearest holder stands. */
  readonly locate: (path: PropertyPath) => Place;
}

const START: Place = { line: 1, column: 1 };

function unreadable(words: Words): ParsedText {
  return { value: undefined, faults: [{ ...START, words }], locate: () => START };
}

/**
 * Reads a text as YAML 1.2. Never throws: syntax faults, duplicate keys, aliases, and texts that are too large
 * or too deep come back as faults, and then `value` is undefined.
 */
export function parseText(text: string): ParsedText {
  if (Buffer.byteLength(text) > MAX_DEFINITION_BYTES) {
    return unreadable({
      id: 'Berkas lebih besar dari 1 MB. Pisahkan atau ringkas isinya.',
      en: 'The file is larger than 1 MB. Split or shorten it.',
    });
  }
  if (!text.isWellFormed() || NOT_TEXT.test(text)) return unreadable(notText);
  if (hasWildBrackets(text)) return unreadable(tooDeep);
  try {
    return parseWithin(text);
  } catch (fault) {
    // The parser recurses into nested blocks; a text made to exhaust the stack ends here.
    if (fault instanceof RangeError) return unreadable(tooDeep);
    throw fault;
  }
}

/** A published text is stored to the byte; PostgreSQL has no NUL, and no editor shows the others. */
// eslint-disable-next-line no-control-regex -- they are what this looks for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const notText: Words = {
  id: 'Berkas memuat tanda kendali yang tidak terlihat. Simpan ulang sebagai teks UTF-8.',
  en: 'The file holds invisible control characters. Save it again as UTF-8 text.',
};

const tooDeep: Words = {
  id: `Isi berkas bertingkat lebih dari ${MAX_DEPTH} lapis, atau kurungnya tidak berpasangan.`,
  en: `The file is nested more than ${MAX_DEPTH} levels deep, or its brackets do not match.`,
};

function parseWithin(text: string): ParsedText {
  const lines = new LineCounter();
  // Duplicate keys are looked for below: the parser's own check takes time by the square of the number of keys.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = [
    ...[...document.errors, ...document.warnings].map((fault) => ({
      ...placeOf(fault.pos[0]),
      words: yamlWords(fault.code, fault.message),
    })),
    ...structureFaults(document, placeOf),
  ].slice(0, MAX_FAULTS);
  return {
    value: faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }),
    faults,
    locate: (path) => placeOf(offsetOf(document.contents, path)),
  };
}

/**
 * Whether brackets are nested deeper than any definition, or closed a hundred times without being opened: cheap
 * to see here, slow to hear from the parser. Brackets inside texts count too; the limits leave room for them.
 */
function hasWildBrackets(text: string): boolean {
  let depth = 0;
  let stray = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') {
      if (depth === 0) stray += 1;
      else depth -= 1;
    }
    if (depth > MAX_DEPTH || stray > MAX_STRAY_BRACKETS) return true;
  }
  return false;
}

function structureFaults(document: Document.Parsed, placeOf: (offset: number) => Place): TextFault[] {
  const faults: TextFault[] = [];
  const report = (node: unknown, words: Words): void => {
    faults.push({ ...placeOf(startOf(node)), words });
  };
  visit(document, {
    Node: (_, node, ancestors) => {
      if (ancestors.length > 3 * MAX_DEPTH) {
        report(node, tooDeep);
        return visit.BREAK;
      }
      if (isAlias(node) || node.anchor !== undefined) report(node, noAliases);
      if (isMap(node)) reportKeys(node, report);
      return undefined;
    },
  });
  return faults;
}

const noAliases: Words = {
  id: 'Jangkar (&) dan alias (*) YAML tidak dipakai. Tulis nilainya langsung.',
  en: 'YAML anchors (&) and aliases (*) are not used here. Write the value itself.',
};

function reportKeys(map: YAMLMap, report: (node: unknown, words: Words) => void): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key) || typeof key.value !== 'string') {
      report(key, { id: 'Nama kunci harus berupa teks.', en: 'A key must be a text.' });
      continue;
    }
    if (seen.has(key.value)) {
      report(key, {
        id: `Kunci "${key.value}" ditulis dua kali.`,
        en: `The key "${key.value}" is written twice.`,
      });
    }
    seen.add(key.value);
  }
}

const startOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

function offsetOf(root: ParsedNode | null, path: PropertyPath): number {
  let node: unknown = root;
  let offset = startOf(root);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (pair === undefined) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      node = node.items[part];
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}
