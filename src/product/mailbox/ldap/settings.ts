/** Which directory accounts are made in, and how they are written there. */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Words } from '../../../ground/index.ts';
import type { SettingField, SettingsForm } from '../../contract.ts';
import {
  choiceSetting,
  hostWords,
  isHostName,
  listSetting,
  optionalSetting,
  textSetting,
  usualSetting,
  wholeNumberSetting,
} from '../../setting-readers.ts';

/** RFC 4512 1.4: a descriptor. */
const attribute = /^[a-z][a-z0-9-]{0,63}$/i;

/** Near enough to RFC 4514 to catch what is no distinguished name at all; the directory says the rest. */
const distinguished = /^[a-z][a-z0-9-]*=[^,]+(,\s*[a-z][a-z0-9-]*=[^,]+)*$/i;

const dnWords: Words = {
  id: 'Isi nama lengkap di direktori, misalnya "ou=surat,dc=klungkungkab,dc=go,dc=id".',
  en: 'Enter a whole name of the directory, for example "ou=surat,dc=klungkungkab,dc=go,dc=id".',
};

const attributeWords: Words = {
  id: 'Isi nama satu atribut, misalnya "description".',
  en: 'Enter the name of one attribute, for example "description".',
};

const isLocal = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

const schema = z
  .object({
    host: textSetting((text) => isHostName(text) || isIP(text) > 0, hostWords),
    port: wholeNumberSetting(0, 65_535, 0),
    security: choiceSetting(['ldaps', 'starttls', 'none']),
    authority: optionalSetting((text) => text.startsWith('-----BEGIN CERTIFICATE-----'), {
      id: 'Tempelkan sertifikat dalam bentuk PEM, mulai dari "-----BEGIN CERTIFICATE-----".',
      en: 'Paste the certificate as PEM, from "-----BEGIN CERTIFICATE-----" on.',
    }),
    bindDn: textSetting((text) => distinguished.test(text), dnWords),
    password: textSetting(),
    base: textSetting((text) => distinguished.test(text), dnWords),
    markAttribute: usualSetting('description', (text) => attribute.test(text), attributeWords),
    quotaAttribute: optionalSetting((text) => attribute.test(text), attributeWords),
    classes: listSetting(),
    hash: choiceSetting(['sha512-crypt', 'argon2id']),
  })
  .refine(({ security, host }) => security !== 'none' || isLocal(host), {
    path: ['security'],
    message: 'Tanpa enkripsi hanya boleh ke server yang sama.',
    params: {
      words: {
        id: 'Tanpa enkripsi hanya boleh ke server yang sama.',
        en: 'Without encryption only a server on the same machine may be used.',
      },
    },
  });
export type LdapSettings = z.infer<typeof schema>;

/** RFC 4513 and custom: 636 with TLS from the start, 389 otherwise. */
export const portOf = ({ port, security }: LdapSettings): number => {
  if (port !== 0) return port;
  return security === 'ldaps' ? 636 : 389;
};

const where: readonly SettingField[] = [
  {
    name: 'host',
    label: { id: 'Server LDAP', en: 'LDAP server' },
    type: 'text',
    required: true,
    namesServer: true,
  },
  {
    name: 'port',
    label: { id: 'Port', en: 'Port' },
    hint: { id: 'Kosong berarti 636 (LDAPS) atau 389.', en: 'Empty means 636 (LDAPS) or 389.' },
    type: 'number',
    required: false,
    namesServer: true,
  },
  {
    name: 'security',
    label: { id: 'Enkripsi', en: 'Encryption' },
    type: 'choice',
    required: false,
    options: [
      { value: 'ldaps', label: { id: 'LDAPS', en: 'LDAPS' } },
      { value: 'starttls', label: { id: 'StartTLS', en: 'StartTLS' } },
      { value: 'none', label: { id: 'Tanpa (hanya server yang sama)', en: 'None (same machine only)' } },
    ],
  },
  {
    name: 'authority',
    label: { id: 'Sertifikat CA sendiri (PEM)', en: 'Own CA certificate (PEM)' },
    hint: {
      id: 'Kosong bila sertifikat server dari CA umum.',
      en: 'Empty when the server has a certificate of a public CA.',
    },
    type: 'lines',
    required: false,
  },
  {
    name: 'bindDn',
    label: { id: 'Akun pengelola (DN)', en: 'Managing account (DN)' },
    type: 'text',
    required: true,
  },
  {
    name: 'password',
    label: { id: 'Kata sandi akun pengelola', en: 'Password of the managing account' },
    type: 'secret',
    required: true,
  },
];

const how: readonly SettingField[] = [
  {
    name: 'base',
    label: { id: 'Tempat akun surat (DN)', en: 'Place of mail accounts (DN)' },
    type: 'text',
    required: true,
    namesServer: true,
  },
  {
    name: 'markAttribute',
    label: { id: 'Atribut untuk tanda layanan', en: 'Attribute for our mark' },
    hint: { id: 'Kosong berarti description.', en: 'Empty means description.' },
    type: 'text',
    required: false,
    namesServer: true,
  },
  {
    name: 'quotaAttribute',
    label: { id: 'Atribut untuk kapasitas', en: 'Attribute for the capacity' },
    hint: {
      id: 'Ditulis dalam byte. Kosong: kapasitas tidak ditulis di direktori.',
      en: 'Written in bytes. Empty: the capacity is not written to the directory.',
    },
    type: 'text',
    required: false,
  },
  {
    name: 'classes',
    label: { id: 'objectClass tambahan', en: 'Further objectClasses' },
    type: 'lines',
    required: false,
  },
  {
    name: 'hash',
    label: { id: 'Cara menyimpan kata sandi', en: 'How passwords are kept' },
    type: 'choice',
    required: false,
    options: [
      { value: 'sha512-crypt', label: { id: '{CRYPT} SHA-512', en: '{CRYPT} SHA-512' } },
      {
        value: 'argon2id',
        label: { id: '{ARGON2} Argon2id (perlu modul)', en: '{ARGON2} Argon2id (needs its module)' },
      },
    ],
  },
];

export const ldapSettings: SettingsForm<LdapSettings> = { schema, fields: [...where, ...how] };
