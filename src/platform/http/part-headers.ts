/** What the headers of a part of a form say (RFC 7578, and what browsers really write). */
export interface PartHeaders {
  readonly name: string;
  /** Undefined: the part is a field. Empty: a file field that was left empty. */
  readonly fileName: string | undefined;
  /** What the sender claims of a file, without parameters; `text/plain` when it claims nothing (RFC 7578, 4.4). */
  readonly contentType: string;
}

const BYTES = 'application/octet-stream';

/** Reads them; null for a part that belongs to no field. */
export function readPartHeaders(lines: readonly string[]): PartHeaders | null {
  const headers = new Map(lines.map(headerOf));
  const [kind, ...given] = headers.get('content-disposition')?.match(PARAMETERS) ?? [];
  if (kind?.trim().toLowerCase() !== 'form-data') return null;
  const parameters = new Map(given.map(parameterOf));
  const name = parameters.get('name');
  if (name === undefined) return null;
  const [claimed = ''] = (headers.get('content-type') ?? 'text/plain').split(';');
  const contentType = claimed.trim().toLowerCase();
  const fileName = extended(parameters.get('filename*')) ?? parameters.get('filename');
  // Some programs leave an empty name out; nobody types such a field.
  return { name, fileName: fileName ?? (contentType === BYTES ? '' : undefined), contentType };
}

/**
 * What stands between semicolons; one within quotes does not part, and quotes left open reach to the end. Each sign can be
 * read in one way only: were there two, a row of backslashes without an end would be tried in every combination.
 */
const PARAMETERS = /(?:"(?:\\["\\]|\\(?!["\\])|[^"\\])*(?:"|$)|[^;"])+/g;

function headerOf(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

function parameterOf(text: string): readonly [name: string, value: string] {
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1).trim();
  return [
    text.slice(0, Math.max(0, equals)).trim().toLowerCase(),
    value.startsWith('"') ? unquoted(value.replaceAll(/^"|"$/g, '')) : value,
  ];
}

/** Browsers write `"`, CR and LF as percent codes and nothing else; other programs put a backslash before quotes. */
function unquoted(text: string): string {
  return text
    .replaceAll(/\\(["\\])/g, '$1')
    .replaceAll(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A name as RFC 8187 writes it, `UTF-8''kartu%20%C3%A9.pdf`; undefined when there is none, or none that can be read. */
function extended(text: string | undefined): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.+)$/i.exec(text ?? '') ?? [];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
