/** How the Esign Client of BSrE is reached: a program on a host of the government's own. */
import { z } from 'zod';
import type { SettingsForm } from '../../contract.ts';
import { isClosed } from '../../reach.ts';
import { choiceSetting, settingReader, textSetting } from '../../setting-readers.ts';

const addressWords = {
  id: 'Isi alamat dasar Esign Client dengan https://, tanpa /api, misalnya "https://esign.klungkungkab.go.id".',
  en: 'Enter the base address of the Esign Client with https://, without /api, for example "https://esign.klungkungkab.go.id".',
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The passphrase of an official goes there: without TLS only within this machine. */
function baseAddress(text: string): string | null {
  const url = URL.parse(text);
  if (!url || url.search !== '' || url.hash !== '' || isClosed(url.hostname)) return null;
  // A name and password would be kept in clear.
  if (url.username !== '' || url.password !== '') return null;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  return safe ? `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}` : null;
}

const schema = z.object({
  address: settingReader<string>((text) => {
    const address = baseAddress(text);
    return address === null ? { wrong: addressWords } : { value: address };
  }),
  version: choiceSetting(['v2', 'v1']),
  user: textSetting(),
  password: textSetting(),
  /** Where version 2 counts the place of a signature from; manuals and installations differ. */
  origin: choiceSetting(['top-left', 'bottom-left']),
});
export type BsreSettings = z.infer<typeof schema>;

export const bsreSettings: SettingsForm<BsreSettings> = {
  schema,
  fields: [
    {
      name: 'address',
      label: { id: 'Alamat Esign Client', en: 'Address of the Esign Client' },
      hint: addressWords,
      type: 'text',
      required: true,
      namesServer: true,
    },
    {
      name: 'version',
      label: { id: 'Versi API', en: 'Version of the API' },
      type: 'choice',
      required: false,
      options: [
        { value: 'v2', label: { id: 'v2 (/api/v2/…)', en: 'v2 (/api/v2/…)' } },
        { value: 'v1', label: { id: 'v1 (/api/…)', en: 'v1 (/api/…)' } },
      ],
    },
    {
      name: 'user',
      label: { id: 'Nama pengguna', en: 'User name' },
      hint: { id: 'Akun aplikasi yang diberikan BSrE.', en: 'The account for applications that BSrE gave.' },
      type: 'text',
      required: true,
    },
    { name: 'password', label: { id: 'Kata sandi', en: 'Password' }, type: 'secret', required: true },
    {
      name: 'origin',
      label: { id: 'Titik nol letak tanda tangan (v2)', en: 'Origin of places of signatures (v2)' },
      hint: {
        id: 'Bila tanda tangan muncul terbalik atas-bawah, pilih yang lain.',
        en: 'If signatures appear upside down on the page, choose the other one.',
      },
      type: 'choice',
      required: false,
      options: [
        { value: 'top-left', label: { id: 'Kiri atas', en: 'Upper left' } },
        { value: 'bottom-left', label: { id: 'Kiri bawah', en: 'Lower left' } },
      ],
    },
  ],
};

/** Settings as they are kept (the connector's own and its secrets together); null when they are not complete. */
export function readBsreSettings(kept: Readonly<Record<string, unknown>>): BsreSettings | null {
  const read = schema.safeParse(kept);
  return read.success ? read.data : null;
}
