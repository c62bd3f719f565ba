import { ObjectIdentifier, PrintableString, Sequence, Set as DerSet, Utf8String } from 'asn1js';
import { RelativeDistinguishedNames } from 'pkijs';

/** Who a certificate is for. `country` is two letters, ID without it. */
export interface DistinguishedName {
  readonly commonName: string;
  readonly title?: string;
  readonly organisation?: string;
  readonly unit?: string;
  readonly country?: string;
}

const OID = {
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  unit: '2.5.4.11',
  title: '2.5.4.12',
};

/** Longest parts of a name (RFC 5280, A.1: ub-common-name and others). */
const MOST = 64;

/** The name as X.509 has it, from the country down to the person. */
export function distinguishedName(name: DistinguishedName): RelativeDistinguishedNames {
  const texts: readonly [string, string | undefined][] = [
    [OID.organisation, name.organisation],
    [OID.unit, name.unit],
    [OID.title, name.title],
    [OID.commonName, name.commonName],
  ];
  const country = part(OID.country, new PrintableString({ value: name.country ?? 'ID' }));
  const rest = texts.flatMap(([oid, given]) => {
    const text = given?.trim().slice(0, MOST);
    return text ? [part(oid, new Utf8String({ value: text }))] : [];
  });
  // From bytes, because the library would write a list of parts as one part with many values.
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: [country, ...rest] }).toBER());
}

const part = (oid: string, value: PrintableString | Utf8String): DerSet =>
  new DerSet({ value: [new Sequence({ value: [new ObjectIdentifier({ value: oid }), value] })] });
