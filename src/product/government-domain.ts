/** Domains that a government of Indonesia may hold, as settings name them. */
import type { Words } from '../ground/index.ts';
import { textSetting } from './setting-readers.ts';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

/**
 * `{name}kab.go.id`, `{name}kota.go.id`, `{name}prov.go.id` (Permenkominfo 28/2006); since Permenkominfo 5/2015 also without "kab", as
 * `bulungan.go.id`; units as names in front; villages `{desa}.desa.id`. `.test` is nobody's (RFC 6761), for trials.
 */
const shapes = new RegExp(`^(?:${label}\\.)+(?:go\\.id|desa\\.id|test)$`);

export const isGovernmentDomain = (text: string): boolean =>
  text.length <= 253 && shapes.test(text) && !text.includes('--');

const wrong: Words = {
  id: 'Isi domain pemerintah tanpa alamat lain, misalnya "bulungan.go.id", "klungkungkab.go.id", atau "contoh.desa.id".',
  en: 'Enter a domain of a government and nothing else, for example "bulungan.go.id", "klungkungkab.go.id" or "contoh.desa.id".',
};

export const governmentDomainSetting = () => textSetting(isGovernmentDomain, wrong);
