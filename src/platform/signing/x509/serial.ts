import { randomBytes } from 'node:crypto';

/** 127 random bits in hexadecimal capitals: unique without a counter, and not to be foreseen (RFC 5280, 4.1.2.2). */
export function newSerial(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString('hex').toUpperCase();
}
