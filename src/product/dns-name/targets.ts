/** What a name may point at. Pure. */
import { BlockList, isIP } from 'node:net';
import type { Words } from '../../ground/index.ts';

type RecordType = 'A' | 'AAAA' | 'CNAME' | 'TXT';

interface ReadRecord {
  readonly type: RecordType;
  readonly value: string;
}

/** Which part of the order is at fault, and how. */
interface TargetFault {
  readonly path: 'type' | 'target';
  readonly words: Words;
}

const types: readonly RecordType[] = ['A', 'AAAA', 'CNAME', 'TXT'];

/** At most so many addresses share a name. */
const mostAddresses = 8;

/** A letter that the quoted text of a zone file and of `nsupdate` holds as it is, or after a backslash. */
const printable = /^[\x20-\x7e]+$/;

/** RFC 1035 3.3: a character string. */
const longestText = 255;

const hostName = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Addresses that name no machine anywhere: this host, this link, groups (RFC 6890). */
const nowhere = new BlockList();
nowhere.addSubnet('0.0.0.0', 8);
nowhere.addSubnet('127.0.0.0', 8);
nowhere.addSubnet('169.254.0.0', 16);
nowhere.addSubnet('224.0.0.0', 3);
nowhere.addSubnet('::', 127, 'ipv6');
nowhere.addSubnet('fe80::', 10, 'ipv6');
nowhere.addSubnet('ff00::', 8, 'ipv6');

/** Addresses of inner networks (RFC 1918, 6598, 4193), which the public cannot reach. */
const inner = new BlockList();
inner.addSubnet('10.0.0.0', 8);
inner.addSubnet('100.64.0.0', 10);
inner.addSubnet('172.16.0.0', 12);
inner.addSubnet('192.168.0.0', 16);
inner.addSubnet('fc00::', 7, 'ipv6');

/** The records that a target means; the type follows from it where it is not said. */
export function recordsOf(
  target: string,
  type: string | null,
  privateAddresses: 'yes' | 'no',
): readonly ReadRecord[] | TargetFault {
  const said = type?.trim().toUpperCase() ?? '';
  const wanted = types.find((one) => one === said);
  if (said !== '' && !wanted)
    return typeFault({ id: `Pilih ${types.join(', ')}.`, en: `Choose ${types.join(', ')}.` });
  if (wanted === 'TXT') return textRecord(target.trim());
  const values = target
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
  const [first = ''] = values;
  const records = isIP(first) > 0 ? addressRecords(values, privateAddresses) : nameRecord(values);
  return wanted && !('words' in records) ? ofType(records, wanted) : records;
}

function ofType(records: readonly ReadRecord[], wanted: RecordType): readonly ReadRecord[] | TargetFault {
  const other = records.find(({ type }) => type !== wanted);
  if (!other) return records;
  return typeFault({
    id: `Tujuan ini berjenis ${other.type}, bukan ${wanted}.`,
    en: `This target is of the type ${other.type}, not ${wanted}.`,
  });
}

function textRecord(text: string): readonly ReadRecord[] | TargetFault {
  if (text.length <= longestText && printable.test(text)) return [{ type: 'TXT', value: text }];
  return targetFault({
    id: `Isi teks satu baris, 1 sampai ${longestText} huruf tanpa huruf khusus.`,
    en: `Enter a text on one line, 1 to ${longestText} plain letters.`,
  });
}

function nameRecord(values: readonly string[]): readonly ReadRecord[] | TargetFault {
  const [name = ''] = values.map((value) => value.replace(/\.$/, ''));
  // RFC 1034 3.6.2: an alias has one target, and nothing beside it.
  if (values.length === 1 && name.length <= 253 && hostName.test(name))
    return [{ type: 'CNAME', value: name }];
  return targetFault({
    id: 'Isi alamat IP (beberapa boleh, dipisah koma) atau satu nama server, misalnya "103.20.30.40" atau "web.contoh.go.id".',
    en: 'Enter IP addresses (several with commas) or one server name, for example "103.20.30.40" or "web.contoh.go.id".',
  });
}

function addressRecords(
  values: readonly string[],
  privateAddresses: 'yes' | 'no',
): readonly ReadRecord[] | TargetFault {
  const addresses = [...new Set(values)];
  if (addresses.length > mostAddresses || addresses.some((one) => !isAddress(one)))
    return targetFault({
      id: `Isi paling banyak ${mostAddresses} alamat IP dan tidak ada yang lain.`,
      en: `Enter at most ${mostAddresses} IP addresses and nothing else.`,
    });
  const bad = addresses.find((one) => listed(nowhere, one) || isMapped(one));
  if (bad !== undefined)
    return targetFault({ id: `${bad} bukan alamat sebuah server.`, en: `${bad} is no server's address.` });
  const hidden = addresses.find((one) => listed(inner, one));
  if (hidden !== undefined && privateAddresses === 'no')
    return targetFault({
      id: `${hidden} adalah alamat jaringan dalam dan tidak dapat dibuka publik.`,
      en: `${hidden} is an address of an inner network, which the public cannot open.`,
    });
  return addresses.map((value) => ({ type: isIP(value) === 4 ? 'A' : 'AAAA', value: canonical(value) }));
}

/** With a scope (RFC 4007) it is an address of one machine's own. */
const isAddress = (text: string): boolean => isIP(text) > 0 && !text.includes('%');

/** An IPv4 address in IPv6's clothes (RFC 4291 2.5.5.2) belongs into an A record. */
const isMapped = (address: string): boolean =>
  isIP(address) === 6 && canonical(address).startsWith('::ffff:');

const listed = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** RFC 5952's form of an IPv6 address, as name servers give it back; the URL standard writes the same. */
const canonical = (address: string): string =>
  isIP(address) === 4 ? address : new URL(`http://[${address}]/`).hostname.slice(1, -1);

const typeFault = (words: Words): TargetFault => ({ path: 'type', words });
const targetFault = (words: Words): TargetFault => ({ path: 'target', words });
