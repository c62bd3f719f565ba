/** Ways to complain, out of the words of a decree, in a form that a page can link. */
import type { Channel } from '../model/components.ts';
import { inBoth } from './wording.ts';

const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WEB =
  /\bhttps?:\/\/[^\s;,)]+|\b(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:go\.id|id|com)\b(?:\/[^\s;,)]*)?/gi;
/** A number with a letter among its figures ("0813 4555 0l23", a scanner's) is none that anybody could call, nor is half of it. */
const PHONE = /(?:\+62|\(0\d{2,4}\)|\b0\d{1,4})[ \d().-]{5,15}\d(?![ \d().-]*[OoIl]\d)/g;
/** When a channel is open: "08.00 – 15.00", "24 jam". Its figures are no part of the number beside it. */
const OPEN = /\b\d{1,2}[.:]\d{2}\s*(?:[-–—]|s\.?\s?d\.?|sampai|hingga)\s*\d{1,2}[.:]\d{2}\b|\b24\s*jam\b/gi;

const NAMES: Readonly<Partial<Record<Channel['kind'], Channel['label']>>> = {
  email: { id: 'Surel', en: 'E-mail' },
  website: { id: 'Laman', en: 'Website' },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  phone: { id: 'Telepon', en: 'Telephone' },
  lapor: { id: 'SP4N-LAPOR!', en: 'SP4N-LAPOR!, the national complaint system' },
  box: { id: 'Kotak pengaduan', en: 'Complaint box' },
  'in-person': { id: 'Datang langsung ke kantor', en: 'Come to the office' },
};

const channel = (kind: Channel['kind'], value?: string): Channel => ({
  kind,
  label: NAMES[kind] ?? inBoth(kind),
  ...(value === undefined ? {} : { value }),
});

function numbersIn(text: string): Channel[] {
  return [...text.matchAll(PHONE)].map(({ 0: number, index }) => {
    const before = text.slice(Math.max(0, index - 24), index);
    const written = /\bwa\b|whats ?app/i.test(before) ? 'whatsapp' : 'phone';
    return channel(written, number.trim());
  });
}

function addressesIn(text: string): Channel[] {
  const mails = [...text.matchAll(EMAIL)].map(([address]) => channel('email', address));
  const pages = [...text.replaceAll(EMAIL, ' ').matchAll(WEB)].map(([page]) => {
    const address = page.replace(/(?<!\.)\.+$/, '');
    const kind = /lapor\.go\.id/i.test(address) ? 'lapor' : 'website';
    return channel(kind, /^http/i.test(address) ? address : `https://${address}`);
  });
  return [...mails, ...pages];
}

function placesIn(text: string): Channel[] {
  return [
    ...(/\bkotak (saran|pengaduan|aduan)/i.test(text) ? [channel('box')] : []),
    ...(/\b(langsung|datang|ruang|loket|meja|kantor)\b/i.test(text) ? [channel('in-person')] : []),
    ...(/\blapor\b/i.test(text) && !/lapor\.go\.id/i.test(text)
      ? [channel('lapor', 'https://www.lapor.go.id')]
      : []),
  ];
}

/** The channels that the items name, each once; none where they name none. */
export function readChannels(items: readonly string[]): Channel[] {
  const text = items.join('\n').replaceAll(OPEN, ';');
  const found = [...numbersIn(text), ...addressesIn(text), ...placesIn(text)];
  const seen = new Set<string>();
  return found.filter(({ kind, value }) => {
    const key = `${kind} ${value ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
