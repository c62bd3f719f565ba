import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

import { valueOf } from '../ground/index.ts';
import { settings } from './config-settings.ts';
import { readConfig, withPort, type Environment } from './config.ts';

const faultsOf = (environment: Environment): { lines: string[]; paths: string[] } => {
  const result = readConfig(environment);
  assert.ok(!result.ok);
  return {
    lines: result.fault.words.en.split('\n').slice(1),
    paths: result.fault.fields.map(({ path }) => path),
  };
};

describe('configuration', () => {
  it('needs nothing', () => {
    const config = valueOf(readConfig({}));
    assert.equal(config.publicUrl, 'http://localhost:3000');
    assert.deepEqual(config.database, { kind: 'embedded', pool: 8 });
    assert.equal(config.dataDirectory, `${process.cwd()}/data`);
    assert.equal(config.masterKeyFile, `${process.cwd()}/data/keys/master.key`);
    assert.equal(config.demo, true);
  });

  it('takes an empty variable for one that is not set', () => {
    assert.deepEqual(readConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' }), readConfig({}));
  });

  it('is no demonstration on a server of its own, unless asked', () => {
    const url = 'postgresql://web:secret@db/pendopo';
    assert.equal(valueOf(readConfig({ DATABASE_URL: url })).demo, false);
    assert.equal(valueOf(readConfig({ DATABASE_URL: url, DEMO: 'ya' })).demo, true);
    assert.equal(valueOf(readConfig({ DEMO: 'no' })).demo, false);
  });

  it('uses one address for all three roles when only one is given', () => {
    const url = 'postgresql://web@db/pendopo';
    const { database } = valueOf(readConfig({ DATABASE_URL: url }));
    assert.deepEqual(database, { kind: 'external', pool: 8, url, workerUrl: url, ownerUrl: url });
  });

  it('demands a second factor of administrators, but of nobody in the demo, unless told', () => {
    const demandIn = (environment: Environment): string => valueOf(readConfig(environment)).secondFactor;
    assert.equal(demandIn({}), 'nobody');
    assert.equal(demandIn({ DEMO: 'no' }), 'administrators');
    assert.equal(demandIn({ DEMO: 'no', SECOND_FACTOR: 'all' }), 'all');
    assert.deepEqual(faultsOf({ SECOND_FACTOR: 'sometimes' }).paths, ['SECOND_FACTOR']);
  });

  it('takes an identity provider whole or not at all, over a line that nobody listens to', () => {
    const oidc = { OIDC_ISSUER: 'https://sso.example.go.id/realms/pegawai', OIDC_CLIENT_ID: 'pendopo' };
    assert.equal(valueOf(readConfig({})).provider, null);
    assert.deepEqual(valueOf(readConfig(oidc)).provider, {
      issuer: oidc.OIDC_ISSUER,
      clientId: 'pendopo',
      clientSecret: undefined,
      name: 'sso.example.go.id',
      claim: 'email',
    });
    assert.deepEqual(faultsOf({ OIDC_ISSUER: oidc.OIDC_ISSUER }).paths, ['OIDC_ISSUER']);
    assert.deepEqual(faultsOf({ OIDC_CLIENT_ID: 'pendopo', OIDC_CLIENT_SECRET: 'x' }).paths, [
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ]);
    for (const issuer of ['http://sso.example.go.id', 'http://localhost.example.go.id', 'sso.example.go.id'])
      assert.equal(faultsOf({ ...oidc, OIDC_ISSUER: issuer }).paths[0], 'OIDC_ISSUER', issuer);
    for (const issuer of ['http://127.0.0.1:8080', 'http://localhost:8080/realms/x'])
      assert.equal(valueOf(readConfig({ ...oidc, OIDC_ISSUER: issuer })).provider?.issuer, issuer);
  });

  it('reads every kind of value', () => {
    const config = valueOf(
      readConfig({
        PORT: '0',
        PUBLIC_URL: 'https://layanan.example.go.id/',
        TRUST_PROXY: '10.0.0.1, 10.1.0.0/16',
        LOG_LEVEL: 'warn',
        SMTP_URL: 'smtps://u:p@mail.example.go.id',
        MAIL_FROM: 'Layanan <layanan@example.go.id>',
        JOB_CONCURRENCY: '9',
      }),
    );
    assert.equal(config.port, 0);
    assert.equal(config.publicUrl, 'https://layanan.example.go.id');
    assert.deepEqual(config.trustedProxies, ['10.0.0.1', '10.1.0.0/16']);
    assert.equal(config.logLevel, 'warn');
    assert.equal(config.smtpUrl, 'smtps://u:p@mail.example.go.id');
    assert.equal(config.jobConcurrency, 9);
  });

  it('takes the port that the system gave into links, unless a public address is named', () => {
    const chosen = (environment: Environment): unknown => {
      const { port, publicUrl } = withPort(valueOf(readConfig(environment)), 40_123);
      return { port, publicUrl };
    };
    assert.deepEqual(chosen({ PORT: '0' }), { port: 40_123, publicUrl: 'http://localhost:40123' });
    const publicUrl = 'https://layanan.example.go.id';
    assert.deepEqual(chosen({ PORT: '0', PUBLIC_URL: publicUrl }), { port: 40_123, publicUrl });
  });

  it('reports all faults at once, numbered, in both languages', () => {
    const { lines, paths } = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', DEMO: 'maybe' });
    assert.deepEqual(paths, ['PORT', 'DEMO', 'LOG_LEVEL']);
    assert.equal(lines[0], '1. PORT ("70000") must be a number from 0 to 65535');
    assert.match(lines[2]!, /^3\. LOG_LEVEL/u);
    const result = readConfig({ PORT: 'x' });
    assert.ok(!result.ok && result.fault.words.id.includes('1. PORT ("x") harus angka 0 sampai 65535'));
  });

  it('never repeats a password', () => {
    const { lines } = faultsOf({ DATABASE_URL: 'mysql://u:hunter2@db/x', SMTP_URL: 'http://u:hunter2@mail' });
    assert.equal(lines.length, 2);
    assert.ok(!lines.join().includes('hunter2'));
  });

  it('refuses settings that say nothing without another', () => {
    const owner = 'postgresql://owner@db/x';
    assert.deepEqual(faultsOf({ DATABASE_OWNER_URL: owner, DATABASE_WORKER_URL: owner }).paths, [
      'DATABASE_WORKER_URL',
      'DATABASE_OWNER_URL',
    ]);
    assert.deepEqual(faultsOf({ SMTP_URL: 'smtp://mail' }).paths, ['SMTP_URL']);
  });

  it('refuses a mail address that would start another header', () => {
    assert.deepEqual(faultsOf({ MAIL_FROM: 'a@b.id\nBcc: c@d.id' }).paths, ['MAIL_FROM']);
  });

  it('is documented in docs/running.md, every setting and nothing else', async () => {
    const text = await readFile(new URL('../../docs/running.md', import.meta.url), 'utf8');
    const rows = Object.entries(settings).map(
      ([name, { otherwise, meaning, must }]) => `| \`${name}\` | ${otherwise} | ${meaning} | ${must.en} |`,
    );
    const table = ['| Variable | When not set | Meaning | Must be |', '|---|---|---|---|', ...rows].join(
      '\n',
    );
    const found = /<!-- settings -->\n\n(?<table>[^]*)\n\n<!-- \/settings -->/u.exec(text)?.groups?.['table'];
    assert.equal(found, table);
  });
});
