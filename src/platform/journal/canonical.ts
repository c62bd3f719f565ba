/**
 * RFC 8785 bytes of a JSON value: members in the order of their names' UTF-16 units, nothing between them, numbers and texts
 * as ECMAScript writes them. Members without a value are left out and are null in a list, as JSON has it. Throws a TypeError for what JSON
 * cannot carry (NaN, a function, half of a surrogate pair).
 */
export function canonical(value: unknown): Buffer {
  return Buffer.from(textOf(value), 'utf8');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return textOfString(value);
  if (typeof value === 'object') return value === null ? 'null' : textOfObject(value);
  if (typeof value === 'boolean' || Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError('only JSON values have canonical bytes');
}

/** What JSON.stringify would escape instead, section 3.2.2.2 refuses: it stands for no character. */
function textOfString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('half of a surrogate pair has no canonical bytes');
  return JSON.stringify(value);
}

function textOfObject(value: object): string {
  if (Array.isArray(value))
    return `[${value.map((item) => textOf(item === undefined ? null : item)).join()}]`;
  // What writes itself (a Temporal value) would have no members here; entries are made of plain values.
  if ('toJSON' in value) throw new TypeError('only plain values have canonical bytes');
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member: unknown = value[name as keyof typeof value];
    if (member !== undefined) members += `${members && ','}${textOfString(name)}:${textOf(member)}`;
  }
  return `{${members}}`;
}
