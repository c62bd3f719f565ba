/** Which PowerDNS server is spoken to, and by which key. */
import { z } from 'zod';
import type { SettingsForm } from '../../contract.ts';
import { governmentDomainSetting } from '../../government-domain.ts';
import { isClosed } from '../../reach.ts';
import { textSetting, usualSetting } from '../../setting-readers.ts';

/** What PowerDNS calls the server that answers, whatever its name. */
const itself = 'localhost';

/** A part of the path: neither one up nor down. */
const serverId = /^\w[\w.-]{0,99}$/;

/** Without a name and password: they would be kept in clear. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  const more = [url.username, url.password, url.search, url.hash].join('');
  return more === '' && !isClosed(url.hostname);
}

const schema = z.object({
  url: textSetting(isAddress, {
    id: 'Isi alamat API, misalnya "https://ns1.bulungan.go.id:8081".',
    en: 'Enter the address of the API, for example "https://ns1.bulungan.go.id:8081".',
  }),
  zone: governmentDomainSetting(),
  key: textSetting((text) => /^[\x21-\x7e]+$/.test(text), {
    id: 'Isi kunci API tanpa spasi.',
    en: 'Enter the API key without spaces.',
  }),
  server: usualSetting(itself, (text) => serverId.test(text), {
    id: 'Isi id server PowerDNS.',
    en: 'Enter the id of the PowerDNS server.',
  }),
});
export type PowerDnsSettings = z.infer<typeof schema>;

export const powerDnsSettings: SettingsForm<PowerDnsSettings> = {
  schema,
  fields: [
    {
      name: 'url',
      label: { id: 'Alamat API', en: 'Address of the API' },
      type: 'text',
      required: true,
      namesServer: true,
    },
    {
      name: 'zone',
      label: { id: 'Zona di server itu', en: 'Zone on that server' },
      type: 'text',
      required: true,
      namesServer: true,
    },
    { name: 'key', label: { id: 'Kunci API', en: 'API key' }, type: 'secret', required: true },
    {
      name: 'server',
      label: { id: 'Id server', en: 'Id of the server' },
      hint: { id: `Kosong berarti ${itself}.`, en: `Empty means ${itself}.` },
      type: 'text',
      required: false,
      namesServer: true,
    },
  ],
};
