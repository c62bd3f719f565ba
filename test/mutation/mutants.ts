/**
 * The mutants of a file: each is the file with one small mistake. Mistakes are made in operators, conditions, numbers and
 * truth values, in what is rounded and compared, and by leaving a statement out; not in words, types and imports, nor in
 * what stands behind `list[i]` for the type checker's sake alone (`list[i] ?? Number.NaN`).
 */
import { parseSync } from 'oxc-parser';

export interface Mutant {
  readonly file: string;
  /** Where the mistake stands in the source, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** What stood there, and what stands there now. */
  readonly code: string;
  readonly becomes: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '>>>': ['<<'],
  '+=': ['-='],
  '-=': ['+='],
};

const CALLS: ReadonlyMap<string, string> = new Map([
  ['Math.floor', 'Math.ceil'],
  ['Math.ceil', 'Math.floor'],
  ['Math.min', 'Math.max'],
  ['Math.max', 'Math.min'],
]);

/** What holds no code that runs, or none that could be wrong by itself. */
const isLeftOut = ({ type }: Node): boolean =>
  type.startsWith('Import') ||
  type.startsWith('ExportAll') ||
  (type.startsWith('TS') &&
    !['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(type));

function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node)
    .filter(([field]) => field !== 'typeAnnotation' && field !== 'returnType' && field !== 'typeArguments')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

type Replacement = readonly [span: { readonly start: number; readonly end: number }, becomes: string];

/** `list[i] ?? 0`: where `i` is always an index of the list, the compiler wants a value that is never taken. */
const isForTypes = ({ type, operator, left, right }: Node, source: string): boolean =>
  type === 'LogicalExpression' &&
  operator === '??' &&
  isNode(left) &&
  left['computed'] === true &&
  isNode(right) &&
  /^(?:\d+|Number\.NaN|'')$/.test(source.slice(right.start, right.end));

/** The operator between two operands, found in the text between them. */
function operatorMutants(node: Node, source: string): readonly Replacement[] {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right) || typeof operator !== 'string') return [];
  const start = source.indexOf(operator, left.end);
  const span = { start, end: start + operator.length };
  if (operator === '??') return [[{ start: left.end, end: right.end }, '']];
  return (OPERATORS[operator] ?? []).map((other) => [span, other] as const);
}

function literalMutants(node: Node): readonly Replacement[] {
  if (typeof node['value'] === 'boolean') return [[node, String(!node['value'])]];
  if (typeof node['value'] === 'number') return [[node, String(node['value'] + 1)]];
  return [];
}

const conditionMutants = (test: unknown): readonly Replacement[] =>
  isNode(test)
    ? [
        [test, 'true'],
        [test, 'false'],
      ]
    : [];

/** A loop that never ends is found by its time; one that never begins is worth a try. */
const loopMutants = (test: unknown): readonly Replacement[] => (isNode(test) ? [[test, 'false']] : []);

function unaryMutants(node: Node, source: string): readonly Replacement[] {
  const { argument, operator } = node;
  if (!isNode(argument) || (operator !== '!' && operator !== '-')) return [];
  return [[node, source.slice(argument.start, argument.end)]];
}

function callMutants(node: Node, source: string): readonly Replacement[] {
  const { callee } = node;
  if (!isNode(callee)) return [];
  const other = CALLS.get(source.slice(callee.start, callee.end));
  return other === undefined ? [] : [[callee, other]];
}

type Mutate = (node: Node, source: string) => readonly Replacement[];

const MUTATIONS: Readonly<Record<string, Mutate>> = {
  BinaryExpression: operatorMutants,
  LogicalExpression: operatorMutants,
  AssignmentExpression: operatorMutants,
  UnaryExpression: unaryMutants,
  CallExpression: callMutants,
  Literal: literalMutants,
  IfStatement: ({ test }) => conditionMutants(test),
  ConditionalExpression: ({ test }) => conditionMutants(test),
  ForStatement: ({ test }) => loopMutants(test),
  WhileStatement: ({ test }) => loopMutants(test),
  ExpressionStatement: (node) => [[node, ';']],
  ContinueStatement: (node) => [[node, ';']],
  BreakStatement: (node) => [[node, ';']],
};

function walk(node: Node, source: string, found: Replacement[]): void {
  if (isLeftOut(node)) return;
  if (isForTypes(node, source) && isNode(node['left'])) {
    walk(node['left'], source, found);
    return;
  }
  found.push(...(MUTATIONS[node.type]?.(node, source) ?? []));
  for (const child of childrenOf(node)) walk(child, source, found);
}

/** All mutants of a source file, in the order of its text. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found: Replacement[] = [];
  walk(program as unknown as Node, source, found);
  return found
    .map(([{ start, end }, becomes]): Mutant => {
      const line = source.slice(0, start).split('\n').length;
      return { file, start, end, line, code: source.slice(start, end), becomes };
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The file with its mistake. */
export const mutate = (source: string, { start, end, becomes }: Mutant): string =>
  source.slice(0, start) + becomes + source.slice(end);
