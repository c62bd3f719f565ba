/** How name servers keep the mark of a delivery: a TXT record beside the name, so that an alias (CNAME) can have one too. Pure. */
export const markName = (name: string): string => `_pendopo.${name}`;

export const markText = (delivery: string): string => `pendopo-delivery=${delivery}`;

/** A text as zone files, `nsupdate` and the PowerDNS API write it (RFC 1035 5.1). */
export const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
