/** How the lines for the file server are to be written. */
import { z } from 'zod';
import type { SettingsForm } from '../../contract.ts';
import { wholeNumberSetting } from '../../setting-readers.ts';

/** Debian's www-data: whoever serves sites may then also take their files. */
const usualOwner = 33;

const schema = z.object({
  uid: wholeNumberSetting(1, 65_535, usualOwner),
  gid: wholeNumberSetting(1, 65_535, usualOwner),
});
export type DirectorySettings = z.infer<typeof schema>;

export const directorySettings: SettingsForm<DirectorySettings> = {
  schema,
  fields: [
    {
      name: 'uid',
      label: { id: 'Nomor pengguna pemilik berkas (uid)', en: 'User number that owns files (uid)' },
      hint: { id: 'Kosong berarti 33 (www-data di Debian).', en: 'Empty means 33 (www-data on Debian).' },
      type: 'number',
      required: false,
    },
    {
      name: 'gid',
      label: { id: 'Nomor grup pemilik berkas (gid)', en: 'Group number that owns files (gid)' },
      hint: { id: 'Kosong berarti 33.', en: 'Empty means 33.' },
      type: 'number',
      required: false,
    },
  ],
};
