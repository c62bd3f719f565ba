import { z } from 'zod';

/**
 * One environment variable: how it is read, what it means, and what is said when it is wrong. The table in
 * docs/running.md is checked against this one by a test, so there is a single place to change.
 */
export interface Setting<T = unknown> {
  readonly schema: z.ZodType<T, string>;
  /** Shown in the table when the variable is not set; a description where the default depends on others. */
  readonly otherwise: string;
  /** What the setting is for, in English, one sentence. */
  readonly meaning: string;
  /** What a right value looks like, in both languages, to follow "must be". */
  readonly must: { readonly id: string; readonly en: string };
  /** Values that hold passwords are never repeated in a fault. */
  readonly secret?: boolean;
}

const text = z.string();
const wholeNumber = (least: number, most: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const address = (...protocols: readonly string[]): z.ZodType<string, string> =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));
const yesOrNo = z.stringbool({ truthy: ['true', 'yes', '1', 'ya'], falsy: ['false', 'no', '0', 'tidak'] });

/** Whoever listens on the way could sign in as anybody; on this machine itself nobody does. */
const isSafeIssuer = (value: string): boolean =>
  !URL.canParse(value) ||
  new URL(value).protocol === 'https:' ||
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(value).hostname);

const databaseAddress = {
  schema: address('postgres:', 'postgresql:'),
  must: {
    id: 'alamat seperti postgresql://nama:sandi@server/pendopo',
    en: 'an address like postgresql://name:password@server/pendopo',
  },
  secret: true,
} as const;

const folder = { schema: text, must: { id: 'nama folder', en: 'the name of a folder' } } as const;

/** Every setting of an installation, by the name of its environment variable. */
export const settings = {
  HOST: {
    schema: text,
    otherwise: '127.0.0.1',
    meaning: 'Address to listen on. `0.0.0.0` for all, behind a proxy that speaks HTTPS.',
    must: { id: 'alamat IP atau nama host', en: 'an IP address or host name' },
  },
  PORT: {
    schema: wholeNumber(0, 65_535),
    otherwise: '3000',
    meaning: 'Port to listen on; 0 lets the system choose one.',
    must: { id: 'angka 0 sampai 65535', en: 'a number from 0 to 65535' },
  },
  PUBLIC_URL: {
    schema: address('http:', 'https:'),
    otherwise: 'http://localhost:PORT',
    meaning:
      'The address people type; decides links in letters and mail, and whether cookies are Secure. With `PORT=0` the port that the system gave; `pendopo work` beside the portal does not know that one.',
    must: { id: 'alamat http:// atau https://', en: 'an http:// or https:// address' },
  },
  DATABASE_URL: {
    ...databaseAddress,
    otherwise: 'own PostgreSQL 18 in DATA_DIR',
    meaning: 'PostgreSQL (15 or newer) for the portal; its login becomes a member of `pendopo_app`.',
  },
  DATABASE_WORKER_URL: {
    ...databaseAddress,
    otherwise: 'DATABASE_URL',
    meaning: 'The same database for the job worker; its login becomes a member of `pendopo_worker`.',
  },
  DATABASE_OWNER_URL: {
    ...databaseAddress,
    otherwise: 'DATABASE_URL',
    meaning: 'The same database as the owner of the tables; used for migrations only. Needs CREATEROLE.',
  },
  DATABASE_POOL: {
    schema: wholeNumber(2, 200),
    otherwise: '8',
    meaning: 'Most database connections the portal opens.',
    must: { id: 'angka 2 sampai 200', en: 'a number from 2 to 200' },
  },
  JOB_CONCURRENCY: {
    schema: wholeNumber(0, 50),
    otherwise: '4',
    meaning: 'How many background jobs run at the same time; 0 leaves them to `npx pendopo work`.',
    must: { id: 'angka 0 sampai 50', en: 'a number from 0 to 50' },
  },
  DATA_DIR: {
    ...folder,
    otherwise: './data',
    meaning: 'Folder for uploaded files, keys and the own database. On a local disk, of one user.',
  },
  GOVERNMENTS_DIR: {
    ...folder,
    otherwise: './governments',
    meaning: 'Folder with the governments to bring in at the first start.',
  },
  MASTER_KEY_FILE: {
    schema: text,
    otherwise: 'DATA_DIR/keys/master.key',
    meaning: 'File with the master key; point it at other storage to keep key and data apart. Back it up.',
    must: { id: 'nama berkas', en: 'the name of a file' },
  },
  DEMO: {
    schema: yesOrNo,
    otherwise: 'yes without DATABASE_URL, else no',
    meaning: 'Marks every page as a demonstration, brings in example people and requests, shows the mailbox.',
    must: { id: 'ya atau tidak', en: 'yes or no' },
  },
  SECOND_FACTOR: {
    schema: z.enum(['nobody', 'administrators', 'all']),
    otherwise: 'administrators; nobody in the demo',
    meaning:
      'Who must sign in with a second factor (everybody may): nobody, administrators or all officials.',
    must: { id: 'salah satu dari nobody, administrators, all', en: 'one of nobody, administrators, all' },
  },
  OIDC_ISSUER: {
    schema: address('http:', 'https:').refine(isSafeIssuer),
    otherwise: 'officials sign in with a password only',
    meaning: 'OpenID Connect provider through which officials may sign in as well.',
    must: {
      id: 'alamat https:// (http:// hanya di mesin ini sendiri)',
      en: 'an https:// address (http:// on this machine only)',
    },
  },
  OIDC_CLIENT_ID: {
    schema: text,
    otherwise: 'none',
    meaning: 'Name under which the provider knows this portal; required together with OIDC_ISSUER.',
    must: { id: 'teks', en: 'text' },
  },
  OIDC_CLIENT_SECRET: {
    schema: text,
    otherwise: 'none: a public client, with PKCE alone',
    meaning: 'Secret that the provider gave this portal.',
    must: { id: 'teks', en: 'text' },
    secret: true,
  },
  OIDC_NAME: {
    schema: z.string().max(60),
    otherwise: 'the host of OIDC_ISSUER',
    meaning: 'What officials call the provider; stands on the button.',
    must: { id: 'teks paling banyak 60 karakter', en: 'text of at most 60 characters' },
  },
  OIDC_CLAIM: {
    schema: z.string().regex(/^[\w:./-]{1,100}$/u),
    otherwise: 'email',
    meaning:
      'Claim that says which official it is: `email` (verified) is compared with e-mail addresses, any other with user names.',
    must: { id: 'nama klaim', en: 'the name of a claim' },
  },
  SMTP_URL: {
    schema: address('smtp:', 'smtps:'),
    otherwise: 'no mail; the demo shows a mailbox page',
    meaning: 'Mail server, as `smtp://name:password@server:587` or `smtps://…:465`.',
    must: { id: 'alamat smtp:// atau smtps://', en: 'an smtp:// or smtps:// address' },
    secret: true,
  },
  MAIL_FROM: {
    schema: z.string().regex(/^[^\r\n]*[^\s<>@]@[^\s<>@]+>?$/u),
    otherwise: 'Pendopo <pendopo@localhost>',
    meaning: 'Sender of mail; required together with SMTP_URL.',
    must: {
      id: 'alamat surel, misalnya Pendopo <layanan@klaten.go.id>',
      en: 'a mail address, such as Pendopo <layanan@klaten.go.id>',
    },
  },
  TRUST_PROXY: {
    schema: z
      .string()
      .regex(/^[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*$/u)
      .transform((list) => list.split(',').map((address) => address.trim())),
    otherwise: 'no proxy is trusted',
    meaning: 'Addresses of the proxies in front, separated by commas; only their X-Forwarded-* are believed.',
    must: { id: 'alamat IP atau CIDR, dipisah koma', en: 'IP addresses or CIDRs, separated by commas' },
  },
  REQUESTS_PER_HOUR: {
    schema: wholeNumber(10, 100_000_000),
    otherwise: '600',
    meaning:
      'More new requests than this in an hour, at one government, are a flood: then each must prove its e-mail address by a code. A tenth of it for one address.',
    must: { id: 'angka 10 atau lebih', en: 'a number from 10 on' },
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    otherwise: 'info',
    meaning: 'How much is logged: debug, info, warn, error or silent.',
    must: {
      id: 'salah satu dari debug, info, warn, error, silent',
      en: 'one of debug, info, warn, error, silent',
    },
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** The values of the settings that were given; those left out are absent. */
export type GivenSettings = { readonly [Name in SettingName]?: z.output<(typeof settings)[Name]['schema']> };
