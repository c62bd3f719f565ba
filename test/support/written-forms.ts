/** How a secret may stand in what was written. */

/** Base64 of it at any place of a longer text, as in "Basic" of a user name and a password: without the letters that its neighbours change. */
const withinBase64 = (value: string): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.from('\0'.repeat(shift) + value)
      .toString('base64')
      .replace(/=+$/, '');
    const whole = shift + value.length;
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor((whole * 8) / 6));
  });

/** A value as it may stand in what was written: in clear, encoded, escaped, in the letters of another alphabet. */
export const writtenForms = (value: string): readonly string[] => [
  value,
  ...withinBase64(value),
  ...withinBase64(value).map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  Buffer.from(value).toString('hex'),
  Buffer.from(value).toString('hex').toUpperCase(),
  Buffer.from(value, 'utf16le').toString('latin1'),
  encodeURIComponent(value),
  JSON.stringify(value).slice(1, -1),
];
