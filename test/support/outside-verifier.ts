/** Programs of others that verify: poppler's pdfsig over a store of NSS, and OpenSSL. Each believes one authority. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programAt } from '../conformance/needs.ts';
import type { Program } from '../conformance/needs.ts';

const run = promisify(execFile);

/** The program's answer, also when it says no by its exit code. */
async function answerOf(program: Program, ...given: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(programAt(program), given).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return `${stdout}\n${stderr}`;
}

export interface Verdict {
  /** Of each signature: first of the bytes, then of the certificate. */
  readonly validation: readonly string[];
  readonly signer: string | null;
}

export class Verifier {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Needs certutil, crlutil, pdfsig, openssl. `folder` is made; `authority`: its certificate as DER. */
  static async open(folder: string, authority: Buffer): Promise<Verifier> {
    const verifier = new Verifier(folder);
    await verifier.#believe(authority);
    return verifier;
  }

  /** What pdfsig says of a file, with this list of the revoked (DER) at hand. */
  async pdfsig(pdf: string, list: Buffer): Promise<Verdict> {
    await writeFile(this.#at('list.crl'), list);
    await answerOf('crlutil', '-I', '-i', this.#at('list.crl'), '-d', this.#store, '-t', '1');
    const answer = await answerOf('pdfsig', '-nssdir', this.#store, pdf);
    return {
      validation: [...answer.matchAll(/Validation: (.*)\.$/gm)].map(([, said = '']) => said),
      signer: /Signer Certificate Common Name: (.*)$/m.exec(answer)?.[1] ?? null,
    };
  }

  /** What OpenSSL says of a certificate (DER), with this list of the revoked (DER). */
  async openssl(certificate: Buffer, list: Buffer): Promise<string> {
    await this.#pem('x509', certificate, 'own');
    await this.#pem('crl', list, 'list');
    return answerOf(
      'openssl',
      'verify',
      '-x509_strict',
      '-crl_check',
      '-CAfile',
      this.#at('ca.pem'),
      '-CRLfile',
      this.#at('list.pem'),
      this.#at('own.pem'),
    );
  }

  async #believe(authority: Buffer): Promise<void> {
    await mkdir(this.#at('nss'), { recursive: true });
    await this.#pem('x509', authority, 'ca');
    const store = ['-d', this.#store];
    await answerOf('certutil', '-N', ...store, '--empty-password');
    await answerOf('certutil', '-A', ...store, '-n', 'ca', '-t', 'CT,C,C', '-i', this.#at('ca.pem'));
  }

  async #pem(kind: 'x509' | 'crl', der: Buffer, name: string): Promise<void> {
    await writeFile(this.#at(`${name}.der`), der);
    const out = this.#at(`${name}.pem`);
    await answerOf('openssl', kind, '-inform', 'der', '-in', this.#at(`${name}.der`), '-out', out);
  }

  get #store(): string {
    return `sql:${this.#at('nss')}`;
  }

  #at(name: string): string {
    return join(this.#folder, name);
  }
}
