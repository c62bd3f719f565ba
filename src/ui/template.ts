/** Where a hole of an `html` template stands; decides how the value put into it is made safe. */
export type Hole = 'text' | 'attribute' | 'address' | 'attributes';

interface Scan {
  place: 'text' | 'tag' | 'value' | 'comment';
  element: string;
  attribute: string;
  valueStarted: boolean;
}

const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite']);

const isScript = (element: string): boolean => element === 'script' || element === 'style';

/** True for attributes a browser follows, so that their scheme must be looked at. */
export const isAddress = (attribute: string): boolean => ADDRESS_ATTRIBUTES.has(attribute);

/** True for attributes whose content a browser runs or parses as CSS; our policy (CSP) forbids them all. */
export const isForbidden = (attribute: string): boolean => /^(?:on|style$|srcdoc$)/.test(attribute);

/**
 * Reads the fixed parts of a template once and says where each hole stands.
 * Throws on places no escaping can make safe (unquoted or single-quoted attributes, scripts, styles, comments):
 * a programming mistake, seen the first time the template runs.
 */
export function holesOf(parts: readonly string[]): Hole[] {
  const scan: Scan = { place: 'text', element: '', attribute: '', valueStarted: false };
  const holes: Hole[] = [];
  for (const part of parts) {
    readPart(part, scan);
    if (holes.length === parts.length - 1) break;
    holes.push(holeAt(part, scan));
    scan.valueStarted = true;
  }
  return holes;
}

function holeAt(part: string, scan: Scan): Hole {
  if (scan.place === 'text' && !isScript(scan.element)) return 'text';
  if (scan.place === 'value' && !isForbidden(scan.attribute)) {
    return isAddress(scan.attribute) && !scan.valueStarted ? 'address' : 'attribute';
  }
  if (scan.place === 'tag' && !/[=</]$/.test(part)) return 'attributes';
  throw new Error(`html: no value may stand after ${JSON.stringify(part.slice(-40))}`);
}

function readPart(part: string, scan: Scan): void {
  let at = 0;
  while (at < part.length) at = READERS[scan.place](part, at, scan);
}

const READERS: Record<Scan['place'], (part: string, at: number, scan: Scan) => number> = {
  text(part, at, scan) {
    const open = /<(?:!--|\/?([a-z][a-z0-9-]*))/gi;
    open.lastIndex = at;
    const found = open.exec(part);
    if (!found) return part.length;
    scan.place = found[1] === undefined ? 'comment' : 'tag';
    scan.element = found[0].startsWith('</') ? '' : (found[1] ?? '').toLowerCase();
    return open.lastIndex;
  },
  tag(part, at, scan) {
    const mark = /[>"']/g;
    mark.lastIndex = at;
    const found = mark.exec(part);
    if (!found) return part.length;
    if (found[0] === "'") throw new Error(`html: attributes stand in double quotes: ${part}`);
    if (found[0] === '>') {
      scan.place = 'text';
      return mark.lastIndex;
    }
    scan.attribute = (
      /(?<![^\s="'<>/])([^\s="'<>/]+)="$/.exec(part.slice(0, mark.lastIndex))?.[1] ?? ''
    ).toLowerCase();
    scan.place = 'value';
    scan.valueStarted = false;
    return mark.lastIndex;
  },
  value(part, at, scan) {
    const end = part.indexOf('"', at);
    if (end === -1 || end > at) scan.valueStarted = true;
    if (end === -1) return part.length;
    scan.place = 'tag';
    return end + 1;
  },
  comment(part, at, scan) {
    const end = part.indexOf('-->', at);
    if (end === -1) return part.length;
    scan.place = 'text';
    return end + 3;
  },
};
