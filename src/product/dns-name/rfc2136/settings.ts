/** Which name server is updated, and by which key. */
import { z } from 'zod';
import type { SettingsForm } from '../../contract.ts';
import { governmentDomainSetting } from '../../government-domain.ts';
import {
  choiceSetting,
  hostWords,
  isHostName,
  textSetting,
  wholeNumberSetting,
} from '../../setting-readers.ts';

const keyName = /^[a-z0-9._-]{1,128}$/i;
const base64 = /^[A-Za-z0-9+/]{16,}={0,2}$/;

const algorithms = ['hmac-sha256', 'hmac-sha512', 'hmac-sha384'] as const;

const schema = z.object({
  server: textSetting((text) => isHostName(text) || /^[0-9a-f:.]+$/.test(text), hostWords),
  port: wholeNumberSetting(1, 65_535, 53),
  zone: governmentDomainSetting(),
  keyName: textSetting((text) => keyName.test(text), {
    id: 'Isi nama kunci seperti di server nama, misalnya "pendopo".',
    en: 'Enter the name of the key as the name server has it, for example "pendopo".',
  }),
  algorithm: choiceSetting(algorithms),
  key: textSetting((text) => base64.test(text), {
    id: 'Isi kunci dalam Base64, seperti yang dibuat tsig-keygen.',
    en: 'Enter the key in Base64, as tsig-keygen makes it.',
  }),
});
export type UpdateSettings = z.infer<typeof schema>;

export const updateSettings: SettingsForm<UpdateSettings> = {
  schema,
  fields: [
    {
      name: 'server',
      label: { id: 'Server nama utama', en: 'Primary name server' },
      type: 'text',
      required: true,
      namesServer: true,
    },
    {
      name: 'port',
      label: { id: 'Port', en: 'Port' },
      hint: { id: 'Kosong berarti 53.', en: 'Empty means 53.' },
      type: 'number',
      required: false,
      namesServer: true,
    },
    {
      name: 'zone',
      label: { id: 'Zona di server itu', en: 'Zone on that server' },
      type: 'text',
      required: true,
      namesServer: true,
    },
    {
      name: 'keyName',
      label: { id: 'Nama kunci TSIG', en: 'Name of the TSIG key' },
      type: 'text',
      required: true,
    },
    {
      name: 'algorithm',
      label: { id: 'Algoritma kunci', en: 'Algorithm of the key' },
      type: 'choice',
      required: false,
      options: algorithms.map((value) => ({ value, label: { id: value, en: value } })),
    },
    { name: 'key', label: { id: 'Kunci TSIG', en: 'TSIG key' }, type: 'secret', required: true },
  ],
};
