import { join, resolve } from 'node:path';

import { ok, refused, type FieldFault, type Result } from '../ground/index.ts';
import { settings, type GivenSettings, type Setting, type SettingName } from './config-settings.ts';

/** The configuration of one installation, read once at the start and handed down. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly database: DatabaseConfig;
  readonly jobConcurrency: number;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Absolute. */
  readonly governmentsDirectory: string;
  /** Absolute. */
  readonly masterKeyFile: string;
  readonly demo: boolean;
  readonly secondFactor: SecondFactorDemand;
  /** Null: officials sign in with a password only. */
  readonly provider: ProviderSettings | null;
  /** Absent when no mail server is set: messages then stay in the mailbox of the demo. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Addresses or CIDRs of trusted proxies; empty means none. */
  readonly trustedProxies: readonly string[];
  /** So many unproved requests in an hour, at one government, are no flood yet. */
  readonly requestsPerHour: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Which officials must sign in with a second factor. */
export type SecondFactorDemand = 'nobody' | 'administrators' | 'all';

/** The OpenID Connect provider through which officials may sign in. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client. */
  readonly clientSecret: string | undefined;
  /** What officials call it. */
  readonly name: string;
  /** `email` is compared with e-mail addresses, any other claim with user names. */
  readonly claim: string;
}

export type DatabaseConfig = {
  /** Most connections of the portal's pool. */
  readonly pool: number;
} & (
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly url: string; readonly workerUrl: string; readonly ownerUrl: string }
);

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration from environment variables (table in docs/running.md). An empty variable counts as not
 * set. All faults come back at once: code `configuration-wrong`, numbered lines as words, one field fault each.
 */
export function readConfig(environment: Environment): Result<Config> {
  const read = Object.entries(settings).map(([name, setting]) =>
    readSetting(name, setting, environment[name]),
  );
  const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
  const given = Object.fromEntries(
    read.flatMap((one) => ('value' in one ? [[one.name, one.value]] : [])),
  ) as GivenSettings;
  const all = [...faults, ...contradictions(given)];
  return all.length === 0 ? ok(configOf(given)) : refusedWith(all);
}

type Reading =
  | { readonly fault: FieldFault }
  | { readonly name: string; readonly value: unknown }
  | { readonly absent: true };

function readSetting(name: string, setting: Setting, raw: string | undefined): Reading {
  if (raw === undefined || raw.trim() === '') return { absent: true };
  const parsed = setting.schema.safeParse(raw.trim());
  if (parsed.success) return { name, value: parsed.data };
  const shown = setting.secret === true ? '' : ` (${JSON.stringify(raw)})`;
  return {
    fault: {
      path: name,
      words: {
        id: `${name}${shown} harus ${setting.must.id}`,
        en: `${name}${shown} must be ${setting.must.en}`,
      },
    },
  };
}

/** Settings that are each right, but not together. */
function contradictions(given: GivenSettings): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const needs = (name: SettingName, other: SettingName): void => {
    if (given[name] === undefined || given[other] !== undefined) return;
    const words = { id: `${name} hanya berlaku bersama ${other}`, en: `${name} needs ${other} as well` };
    faults.push({ path: name, words });
  };
  needs('DATABASE_WORKER_URL', 'DATABASE_URL');
  needs('DATABASE_OWNER_URL', 'DATABASE_URL');
  needs('SMTP_URL', 'MAIL_FROM');
  needs('OIDC_ISSUER', 'OIDC_CLIENT_ID');
  needs('OIDC_CLIENT_ID', 'OIDC_ISSUER');
  needs('OIDC_CLIENT_SECRET', 'OIDC_ISSUER');
  needs('OIDC_NAME', 'OIDC_ISSUER');
  needs('OIDC_CLAIM', 'OIDC_ISSUER');
  return faults;
}

function configOf(given: GivenSettings): Config {
  const port = given.PORT ?? 3000;
  // Somebody who only tries Pendopo has no server of their own; whoever names one runs it in earnest.
  const demo = given.DEMO ?? given.DATABASE_URL === undefined;
  return {
    host: given.HOST ?? '127.0.0.1',
    port,
    publicUrl: (given.PUBLIC_URL ?? localUrl(port)).replace(/(?<!\/)\/+$/u, ''),
    database: databaseOf(given),
    jobConcurrency: given.JOB_CONCURRENCY ?? 4,
    ...placesOf(given),
    demo,
    secondFactor: given.SECOND_FACTOR ?? (demo ? 'nobody' : 'administrators'),
    provider: providerOf(given),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? 'Pendopo <pendopo@localhost>',
    trustedProxies: given.TRUST_PROXY ?? [],
    requestsPerHour: given.REQUESTS_PER_HOUR ?? 600,
    logLevel: given.LOG_LEVEL ?? 'info',
  };
}

const localUrl = (port: number): string => `http://localhost:${port}`;

/** The configuration with the port that the system gave for port 0: links carry it where no public address was named. */
export const withPort = (config: Config, port: number): Config => ({
  ...config,
  port,
  publicUrl: config.publicUrl === localUrl(config.port) ? localUrl(port) : config.publicUrl,
});

type Places = Pick<Config, 'dataDirectory' | 'governmentsDirectory' | 'masterKeyFile'>;

function placesOf(given: GivenSettings): Places {
  const dataDirectory = resolve(given.DATA_DIR ?? 'data');
  return {
    dataDirectory,
    governmentsDirectory: resolve(given.GOVERNMENTS_DIR ?? 'governments'),
    masterKeyFile: resolve(given.MASTER_KEY_FILE ?? join(dataDirectory, 'keys', 'master.key')),
  };
}

function providerOf(given: GivenSettings): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = given;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: given.OIDC_CLIENT_SECRET,
    name: given.OIDC_NAME ?? new URL(issuer).host,
    claim: given.OIDC_CLAIM ?? 'email',
  };
}

function databaseOf(given: GivenSettings): DatabaseConfig {
  const pool = given.DATABASE_POOL ?? 8;
  const url = given.DATABASE_URL;
  if (url === undefined) return { kind: 'embedded', pool };
  return {
    kind: 'external',
    pool,
    url,
    workerUrl: given.DATABASE_WORKER_URL ?? url,
    ownerUrl: given.DATABASE_OWNER_URL ?? url,
  };
}

function refusedWith(faults: readonly FieldFault[]): Result<Config> {
  const lines = (language: 'id' | 'en'): string =>
    faults.map((fault, at) => `${at + 1}. ${fault.words[language]}`).join('\n');
  return refused(
    'invalid',
    'configuration-wrong',
    {
      id: `Konfigurasi perlu diperbaiki:\n${lines('id')}`,
      en: `The configuration needs correction:\n${lines('en')}`,
    },
    faults,
  );
}
