import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { SIGNING_DAY, letterToSign, newTestAuthority } from '../../../test/support/certificates.ts';
import type { TestAuthority, TestSigner } from '../../../test/support/certificates.ts';
import { PdfDocument } from './pdf/document.ts';
import { printValue } from './pdf/printer.ts';
import { appendRevision } from './pdf/revision.ts';
import { pdfArray, pdfDict, pdfName, withEntries } from './pdf/values.ts';
import { signPdf } from './sign-pdf.ts';
import type { PdfSignature } from './sign-pdf.ts';
import type { TrustRoot } from './trust.ts';
import { verifyPdf } from './verify-pdf.ts';
import { issueCertificate, selfSigned } from './x509/authority.ts';
import type { Authority } from './x509/authority.ts';
import { newSigningKeys } from './x509/keys.ts';
import { newSerial } from './x509/serial.ts';

const facts = {
  signedAt: SIGNING_DAY,
  name: 'Siti Contoh',
  reason: 'Dokumen ini ditandatangani secara elektronik',
};
const NOW = SIGNING_DAY.add({ hours: 1 });

let authority: TestAuthority;
let siti: TestSigner;
let letter: Buffer;
let signed: Buffer;

before(async () => {
  authority = await newTestAuthority();
  [siti, letter] = await Promise.all([authority.signer('Siti Contoh'), letterToSign()]);
  signed = await signPdf(letter, facts, siti);
});

describe('a signed PDF', () => {
  it('tells who signed what, when and why, and that it is whole', async () => {
    const [report, ...others] = await verifyPdf(signed, [await authority.root()], NOW);
    assert.equal(others.length, 0);
    assert.deepEqual(report, {
      field: 'Signature1',
      signer: {
        name: 'Siti Contoh',
        organisation: 'Pemerintah Kabupaten Contoh',
        serial: siti.serial,
        issuer: 'Otoritas Percobaan',
      },
      signedAt: SIGNING_DAY,
      reason: facts.reason,
      intact: true,
      covers: 'whole',
      standing: { trust: 'trusted', revocation: 'good', trial: true },
      valid: true,
    });
  });

  it('begins with the unsigned file, byte by byte', () => {
    assert.ok(signed.subarray(0, letter.length).equals(letter));
  });

  it('is not valid any more, whichever signed byte is changed', async () => {
    const roots = [await authority.root()];
    const gap = [signed.indexOf('/Contents <') + 10, signed.lastIndexOf('> >>\nendobj') + 1] as const;
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        fc.pre(at < gap[0] || at >= gap[1]);
        const changed = Buffer.from(signed);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const reports = await verifyPdf(changed, roots, NOW).catch(() => []);
        assert.ok(!reports.some(({ valid }) => valid), `byte ${at}`);
      }),
      { numRuns: 60 },
    );
  });

  it('without a signature has none to verify', async () => {
    assert.deepEqual(await verifyPdf(letter, [], NOW), []);
  });
});

describe('the standing of a signer', () => {
  const standing = async (pdf: Buffer, from: TestAuthority, at = NOW, revoked = false): Promise<unknown> => {
    const reason = 'key-compromise';
    const list = revoked ? [{ serial: siti.serial, at: SIGNING_DAY, reason } as const] : [];
    const [report] = await verifyPdf(pdf, [await from.root(list)], at);
    return { valid: report?.valid, intact: report?.intact, ...report?.standing };
  };

  it('is revoked when the authority says so', async () => {
    assert.deepEqual(await standing(signed, authority, NOW, true), {
      valid: false,
      intact: true,
      trust: 'trusted',
      revocation: 'revoked',
      trial: true,
    });
  });

  it('is unknown below an authority of the same name with another key', async () => {
    assert.deepEqual(await standing(signed, await newTestAuthority()), {
      valid: false,
      intact: true,
      trust: 'unknown',
      revocation: 'unknown',
      trial: false,
    });
  });

  it('ends with the certificate, and with a list that is out of date', async () => {
    const late = SIGNING_DAY.add({ hours: 24 * 366 });
    const ended = await standing(signed, authority, late);
    assert.deepEqual(ended, {
      valid: false,
      intact: true,
      trust: 'expired',
      revocation: 'unknown',
      trial: true,
    });
  });

  it('does not begin before the certificate', async () => {
    const early = await standing(signed, authority, SIGNING_DAY.subtract({ hours: 48 }));
    assert.equal((early as { trust: string }).trust, 'not-yet-valid');
  });

  it('is not told by a list that another authority of the same name signed', async () => {
    const [root, other] = [await authority.root(), await newTestAuthority()];
    const lists = [await other.list(), Buffer.from('bukan daftar'), Buffer.alloc(0)];
    for (const revoked of lists) {
      const [report] = await verifyPdf(signed, [{ ...root, revoked }], NOW);
      assert.deepEqual([report?.valid, report?.standing.revocation], [false, 'unknown']);
    }
  });

  /** A certificate in Siti's name, by whoever holds this authority, and its key. */
  async function forgedBy(authorityOfForger: Authority, chain: readonly Buffer[] = []): Promise<Buffer> {
    const keys = await newSigningKeys();
    const validity = { notBefore: SIGNING_DAY, notAfter: SIGNING_DAY.add({ hours: 24 }) };
    const person = { subject: { commonName: 'Siti Contoh' }, serial: newSerial(), ...validity };
    const certificate = await issueCertificate(authorityOfForger, { ...person, publicKey: keys.publicKey });
    return signPdf(letter, facts, { certificate, chain, key: keys.privateKey });
  }

  const trusted = async (pdf: Buffer, root?: TrustRoot): Promise<readonly unknown[]> => {
    const [report] = await verifyPdf(pdf, [root ?? (await authority.root())], NOW);
    return [report?.intact, report?.valid, report?.standing.trust];
  };

  it('is not vouched for by a person: people certify nobody', async () => {
    const bySiti = { certificate: siti.certificate, key: siti.key };
    assert.deepEqual(await trusted(await forgedBy(bySiti, [siti.certificate])), [true, false, 'unknown']);
  });

  it('is not made by naming the authority: only its key certifies', async () => {
    const { privateKey } = await newSigningKeys();
    const { certificate } = authority.authority;
    assert.deepEqual(await trusted(await forgedBy({ certificate, key: privateKey })), [
      true,
      false,
      'unknown',
    ]);
  });

  it('does not go over to another authority that has the same key', async () => {
    const { key } = authority.authority;
    const validity = { notBefore: SIGNING_DAY, notAfter: SIGNING_DAY.add({ hours: 24 }) };
    const other = new X509Certificate(await selfSigned(key, { commonName: 'Otoritas Lain' }, validity));
    const root = { ...(await authority.root()), certificate: other };
    assert.deepEqual(await trusted(signed, root), [true, false, 'unknown']);
  });

  it('cannot be borrowed: the signature must be by the key of the certificate', async () => {
    const { privateKey } = await newSigningKeys();
    const pdf = await signPdf(letter, facts, { ...siti, key: privateKey });
    assert.deepEqual(await trusted(pdf), [false, false, 'unknown']);
  });
});

describe('what cannot be signed', () => {
  const seenAt = (page: number | 'last', width: number): PdfSignature => ({
    ...facts,
    seen: { box: { page, x: 50, y: 50, width, height: 40 }, picture: { lines: ['Siti Contoh'] } },
  });

  it('is refused with words: no such page, no room to read, no PDF', async () => {
    await assert.rejects(signPdf(letter, seenAt(2, 200), siti), { code: 'pdf-page-missing' });
    await assert.rejects(signPdf(letter, seenAt(0, 200), siti), { code: 'pdf-page-missing' });
    await assert.rejects(signPdf(letter, seenAt(1, 40), siti), { code: 'signature-box-small' });
    await assert.rejects(signPdf(Buffer.from('bukan PDF'), facts, siti), { code: 'pdf-unreadable' });
    await signPdf(letter, seenAt('last', 200), siti);
  });

  it('is a file whose first signer forbade every change', async () => {
    const document = new PdfDocument(letter);
    const rules = pdfDict({ Type: pdfName('TransformParams'), P: 1 });
    const certified = pdfDict({ Reference: pdfArray([pdfDict({ TransformParams: rules })]) });
    const catalog = withEntries(document.catalog, { Perms: pdfDict({ DocMDP: certified }) });
    const { bytes } = appendRevision(document, [
      { number: document.catalogRef.number, body: printValue(catalog) },
    ]);
    await assert.rejects(signPdf(bytes, facts, siti), { code: 'pdf-certified' });
  });
});

describe('several signatures in one file', () => {
  it('are all valid: a later one leaves the earlier ones as they are', async () => {
    const budi = await authority.signer('Budi Contoh');
    const twice = await signPdf(signed, { ...facts, name: 'Budi Contoh' }, budi);
    const thrice = await signPdf(twice, facts, siti);
    const reports = await verifyPdf(thrice, [await authority.root()], NOW);
    assert.deepEqual(
      reports.map(({ field, signer, covers, valid }) => [field, signer?.name, covers, valid]),
      [
        ['Signature1', 'Siti Contoh', 'earlier', true],
        ['Signature2', 'Budi Contoh', 'earlier', true],
        ['Signature3', 'Siti Contoh', 'whole', true],
      ],
    );
  });
});
