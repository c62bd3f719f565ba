/** How the lines for Dovecot and Postfix are to be written. */
import { z } from 'zod';
import type { Words } from '../../../ground/index.ts';
import type { SettingsForm } from '../../contract.ts';
import { choiceSetting, usualSetting } from '../../setting-readers.ts';

/** Where mail lies on the mail server, when nothing else is said. */
const usualRoot = '/var/vmail';

const rootWords: Words = {
  id: 'Isi direktori di server surat, misalnya "/var/vmail".',
  en: 'Enter a directory of the mail server, for example "/var/vmail".',
};

/** It is written into lines whose parts end at colons and spaces. */
const isDirectory = (text: string): boolean => /^(\/[\w.-]+)+$/.test(text) && !/\/\.\.?(\/|$)/.test(text);

const schema = z.object({
  mailRoot: usualSetting(usualRoot, isDirectory, rootWords),
  dovecot: choiceSetting(['2.3', '2.4']),
});
export type FileSettings = z.infer<typeof schema>;

export const fileSettings: SettingsForm<FileSettings> = {
  schema,
  fields: [
    {
      name: 'mailRoot',
      label: { id: 'Direktori surat di server surat', en: 'Directory of mail on the mail server' },
      hint: { id: `Kosong berarti ${usualRoot}.`, en: `Empty means ${usualRoot}.` },
      type: 'text',
      required: false,
    },
    {
      name: 'dovecot',
      label: { id: 'Versi Dovecot', en: 'Version of Dovecot' },
      type: 'choice',
      required: false,
      options: [
        { value: '2.3', label: { id: '2.3 (Debian 12)', en: '2.3 (Debian 12)' } },
        { value: '2.4', label: { id: '2.4 (Debian 13)', en: '2.4 (Debian 13)' } },
      ],
    },
  ],
};
