/** What no answer may be or hold, whatever was sent. */
import type { Answer, Call } from './line.ts';
import { MARKS } from './values.ts';

/** What shows the inside of the program or its database. None of the values sent contains any of it. */
const INSIDE: readonly (readonly [string, RegExp])[] = [
  ['a stack trace', /\bat .{0,200}\.(?:[cm]?[jt]s):\d+|\bnode:internal\b|node_modules/u],
  ['SQL', /\b(?:select|insert into|update|delete from)\b[^<]{0,200}\bpendopo\./iu],
  [
    'words of the database',
    /syntax error at|violates (?:\w+ ){1,3}constraint|invalid input syntax|SQLSTATE|duplicate key value/iu,
  ],
  [
    'words of the runtime',
    /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|ZodError|ERR_[A-Z_]{4,})\b/u,
  ],
];

const typeOf = ({ headers }: Answer): string => (headers['content-type'] ?? '').split(';')[0] ?? '';

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400;

function faultOfKind({ path }: Call, answer: Answer): string | null {
  if (answer.status < 400) return null;
  // What never became a request has neither address nor language.
  const unread = answer.body.includes('urn:pendopo:fault:request-unreadable');
  const wanted = path.startsWith('/api/') || unread ? 'application/problem+json' : 'text/html';
  return typeOf(answer) === wanted ? null : `${answer.status} as ${typeOf(answer) || 'nothing'}`;
}

/** The markup that values try to bring in, standing in a page as markup. */
function smuggled(answer: Answer): string | null {
  if (typeOf(answer) !== 'text/html') return null;
  const mark = MARKS.find((one) => answer.body.includes(one));
  return mark === undefined ? null : `markup that was typed: ${mark}`;
}

/** A redirect that leads away from this house. */
function leadsAway(answer: Answer): string | null {
  const { location } = answer.headers;
  if (!isRedirect(answer) || location === undefined) return null;
  return /^\/(?![/\\])/u.test(location) ? null : `a redirect to ${location}`;
}

/** What is wrong with an answer, or null. */
export function faultIn(call: Call, answer: Answer): string | null {
  if (answer.status >= 500) return `status ${answer.status}: ${answer.body.slice(0, 400)}`;
  const shown = INSIDE.find(([, pattern]) => pattern.test(answer.body));
  if (shown) return `${shown[0]}: ${shown[1].exec(answer.body)?.[0] ?? ''}`;
  return faultOfKind(call, answer) ?? smuggled(answer) ?? leadsAway(answer);
}
