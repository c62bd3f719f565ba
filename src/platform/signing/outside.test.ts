/** What we sign, verified by the programs of others: poppler's pdfsig over NSS, OpenSSL, and qpdf. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { describeWith, programAt } from '../../../test/conformance/needs.ts';
import type { Program } from '../../../test/conformance/needs.ts';
import { letterToSign, newTestAuthority } from '../../../test/support/certificates.ts';
import type { TestAuthority, TestSigner } from '../../../test/support/certificates.ts';
import { systemClock } from '../../ground/index.ts';
import { PdfDocument } from './pdf/document.ts';
import { fillSignature, prepareSignature } from './pdf/signature-field.ts';
import { findSignatures, signedBytes } from './pdf/signatures.ts';
import { signPdf } from './sign-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';
import { issueCertificate } from './x509/authority.ts';
import { newSigningKeys } from './x509/keys.ts';
import type { SigningKeys } from './x509/keys.ts';
import { newSerial } from './x509/serial.ts';

const run = promisify(execFile);
/** These programs go by the clock of the machine. */
const now = systemClock.now();
const facts = { signedAt: now, name: 'Siti Contoh', reason: 'Disetujui' };
const seen = {
  box: { page: 1, x: 300, y: 80, width: 220, height: 70 },
  picture: {
    heading: 'Percobaan – bukan TTE tersertifikasi',
    lines: ['Ditandatangani secara elektronik oleh', 'Siti Contoh', 'Camat Contoh'],
    address: 'https://contoh.go.id/surat/7F3K9Q',
  },
};

let folder: string;
let authority: TestAuthority;
let siti: TestSigner;

const at = (name: string): string => join(folder, name);

/** The program's answer, also when it says no by its exit code. */
async function answerOf(program: Program, ...given: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(programAt(program), given).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return `${stdout}\n${stderr}`;
}

/** What pdfsig says of each signature: first of the bytes, then of the certificate. */
async function pdfsig(pdf: Buffer): Promise<readonly string[]> {
  await writeFile(at('signed.pdf'), pdf);
  const answer = await answerOf('pdfsig', '-nssdir', `sql:${at('nss')}`, at('signed.pdf'));
  return [...answer.matchAll(/Validation: (.*)\.$/gm)].map(([, said = '']) => said);
}

async function pem(kind: 'x509' | 'crl', der: Buffer, name: string): Promise<string> {
  await writeFile(at(`${name}.der`), der);
  await answerOf('openssl', kind, '-inform', 'der', '-in', at(`${name}.der`), '-out', at(`${name}.pem`));
  return readFile(at(`${name}.pem`), 'utf8');
}

const GOOD = ['Signature is Valid', 'Certificate is Trusted'];
const REVOKED = { at: now, reason: 'key-compromise' } as const;

describeWith(
  'signatures, asked elsewhere',
  { programs: ['pdfsig', 'certutil', 'crlutil', 'openssl', 'qpdf'] },
  () => {
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pendopo-signatures-'));
      authority = await newTestAuthority(now);
      siti = await authority.signer('Siti Contoh');
      await pem('x509', authority.authority.certificate, 'ca');
      await run('mkdir', [at('nss')]);
      const database = ['-d', `sql:${at('nss')}`];
      await answerOf('certutil', '-N', ...database, '--empty-password');
      await answerOf('certutil', '-A', ...database, '-n', 'ca', '-t', 'CT,C,C', '-i', at('ca.pem'));
    });
    after(() => rm(folder, { recursive: true }));

    it('pdfsig: valid, seen and unseen, alone and together', async () => {
      const budi = await authority.signer('Budi Contoh');
      const once = await signPdf(await letterToSign(), { ...facts, seen }, siti);
      assert.deepEqual(await pdfsig(once), GOOD);
      const twice = await signPdf(once, facts, budi);
      assert.deepEqual(await pdfsig(twice), [...GOOD, ...GOOD]);
    });

    it('pdfsig: valid in files written by others, with packed objects and for the web', async () => {
      await writeFile(at('plain.pdf'), await letterToSign());
      for (const way of [['--object-streams=generate'], ['--linearize', '--object-streams=generate']]) {
        await run(programAt('qpdf'), [...way, at('plain.pdf'), at('packed.pdf')]);
        const once = await signPdf(await readFile(at('packed.pdf')), { ...facts, seen }, siti);
        const twice = await signPdf(once, facts, siti);
        assert.deepEqual(await pdfsig(twice), [...GOOD, ...GOOD], way.join(' '));
        const checked = await answerOf('qpdf', '--check', at('signed.pdf'));
        assert.match(checked, /No syntax or stream encoding errors found/);
      }
    });

    it('pdfsig: not valid after one byte was changed', async () => {
      const signed = await signPdf(await letterToSign(), facts, siti);
      const at100 = Buffer.from(signed);
      at100[100] = (at100[100] ?? 0) ^ 1;
      const [bytes] = await pdfsig(at100);
      assert.match(bytes ?? '', /Digest Mismatch/);
    });

    it('openssl: the signature, the certificate and its list agree; after revocation they do not', async () => {
      const signed = await signPdf(await letterToSign(), facts, siti);
      const [found] = findSignatures(new PdfDocument(signed));
      assert.ok(found?.range);
      await writeFile(at('content'), signedBytes(signed, found.range.gap));
      await writeFile(at('signature.der'), found.contents);
      const cms = [
        'cms',
        '-verify',
        '-cades',
        '-inform',
        'der',
        '-in',
        at('signature.der'),
        '-binary',
        '-purpose',
        'any',
      ];
      const verified = await answerOf('openssl', ...cms, '-content', at('content'), '-CAfile', at('ca.pem'));
      assert.match(verified, /CAdES Verification successful/);
      const ca = await pem('x509', authority.authority.certificate, 'ca');
      await pem('x509', siti.certificate, 'siti');
      const verify = async (revoked: boolean): Promise<string> => {
        const list = await authority.list(revoked ? [{ serial: siti.serial, ...REVOKED }] : []);
        await writeFile(at('trusted.pem'), `${ca}${await pem('crl', list, 'list')}`);
        return answerOf(
          'openssl',
          'verify',
          '-x509_strict',
          '-crl_check',
          '-CAfile',
          at('trusted.pem'),
          at('siti.pem'),
        );
      };
      assert.match(await verify(false), /siti\.pem: OK/);
      assert.match(await verify(true), /certificate revoked/);
    });

    it('pdfsig: not valid after revocation', async () => {
      const wati = await authority.signer('Wati Contoh');
      const signed = await signPdf(await letterToSign(), facts, wati);
      assert.deepEqual(await pdfsig(signed), GOOD);
      await writeFile(at('revoked.crl'), await authority.list([{ serial: wati.serial, ...REVOKED }]));
      await answerOf('crlutil', '-I', '-i', at('revoked.crl'), '-d', `sql:${at('nss')}`, '-t', '1');
      assert.deepEqual(await pdfsig(signed), ['Signature is Valid', 'Certificate has been Revoked']);
    });

    describe('signatures made by OpenSSL', () => {
      /** A letter signed as BSrE's Java would: by other keys and algorithms than ours. */
      async function signedElsewhere(keys: SigningKeys, ...how: readonly string[]): Promise<Buffer> {
        const validity = { notBefore: now.subtract({ hours: 1 }), notAfter: now.add({ hours: 1 }) };
        const subject = { commonName: 'Rina Contoh' };
        const person = { subject, publicKey: keys.publicKey, serial: newSerial(), ...validity };
        await pem('x509', await issueCertificate(authority.authority, person), 'rina');
        await writeFile(at('rina.key'), keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
        const prepared = prepareSignature(new PdfDocument(await letterToSign()), facts, 16_384);
        await writeFile(at('content'), signedBytes(prepared.bytes, prepared.gap));
        const signer = ['-signer', at('rina.pem'), '-inkey', at('rina.key'), '-outform', 'DER'];
        const files = ['-in', at('content'), '-out', at('rina.cms')];
        await run(programAt('openssl'), ['cms', '-sign', '-binary', ...signer, ...files, ...how]);
        return fillSignature(prepared, await readFile(at('rina.cms')));
      }

      const judged = async (pdf: Buffer): Promise<readonly unknown[]> => {
        const [report] = await verifyPdf(pdf, [await authority.root()], now);
        return [report?.intact, report?.valid, report?.signer?.name ?? null];
      };
      const good = [true, true, 'Rina Contoh'];
      const bad = [false, false, null];
      const newRsa = (): SigningKeys => generateKeyPairSync('rsa', { modulusLength: 2048 });

      it('are believed by RSA, RSA-PSS and P-256, with SHA-256 and longer', async () => {
        const rsa = newRsa();
        const pss = ['-keyopt', 'rsa_padding_mode:pss'];
        assert.deepEqual(await judged(await signedElsewhere(rsa, '-cades', '-md', 'sha256')), good);
        assert.deepEqual(await judged(await signedElsewhere(rsa, '-cades', '-md', 'sha512')), good);
        assert.deepEqual(await judged(await signedElsewhere(rsa, '-cades', '-md', 'sha256', ...pss)), good);
        assert.deepEqual(
          await judged(await signedElsewhere(await newSigningKeys(), '-cades', '-md', 'sha384')),
          good,
        );
      });

      it('are not believed by SHA-1, nor when they do not name their certificate', async () => {
        const rsa = newRsa();
        assert.deepEqual(await judged(await signedElsewhere(rsa, '-cades', '-md', 'sha1')), bad);
        assert.deepEqual(await judged(await signedElsewhere(rsa, '-md', 'sha256')), bad);
      });

      it('are not believed when the signed attributes are left out or the content is carried along', async () => {
        const rsa = newRsa();
        assert.deepEqual(await judged(await signedElsewhere(rsa, '-noattr', '-md', 'sha256')), bad);
        assert.deepEqual(
          await judged(await signedElsewhere(rsa, '-cades', '-nodetach', '-md', 'sha256')),
          bad,
        );
      });
    });
  },
);
