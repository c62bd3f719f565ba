/** Ways to reach or complain to an office, as links a phone can follow. */
import type { Channel } from '../standard/index.ts';
import { html } from '../ui/index.ts';
import type { Content, Lang } from '../ui/index.ts';

/** Digits of a telephone number, with the plus sign of an international one. */
const digits = (value: string): string => value.replaceAll(/[^\d+]/g, '');

/** wa.me wants the country code and no plus sign. */
const internationalDigits = (value: string): string => digits(value).replace(/^\+/, '').replace(/^0/, '62');

/** What a telephone dials. */
export const phoneAddress = (value: string): string => `tel:${digits(value)}`;

/** A conversation on WhatsApp, with a first message already written where one is given. */
export function whatsAppAddress(value: string, message?: string): string {
  const text = message === undefined ? '' : `?text=${encodeURIComponent(message)}`;
  return `https://wa.me/${internationalDigits(value)}${text}`;
}

/** A letter to an e-mail address, with subject and text already written. */
export const mailAddress = (value: string, subject: string, text: string): string =>
  `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;

/** Where a channel leads; null where it is a place or a box on a wall. */
function addressOf({ kind, value }: Channel): string | null {
  if (value === undefined) return null;
  if (kind === 'phone') return phoneAddress(value);
  if (kind === 'whatsapp') return whatsAppAddress(value);
  if (kind === 'email') return `mailto:${value}`;
  return /^https?:\/\//.test(value) ? value : null;
}

/** "WhatsApp pengaduan: 0823…", the value as a link where there is something to follow. */
export function channelLine(channel: Channel, lang: Lang): Content {
  const label = channel.label[lang];
  if (channel.value === undefined) return label;
  const address = addressOf(channel);
  const shown = channel.value.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return html`${label}: ${address === null ? shown : html`<a href="${address}">${shown}</a>`}`;
}
