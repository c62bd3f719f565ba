/**
 * A DOUBLE of BSrE's Esign Client Service, versions 1 and 2: not BSrE. It answers as the public clients of that service expect,
 * with all its errors, and marks what it signs. Its signatures are real ones by a test authority, so that they can be verified.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { signPdf, verifyPdf } from '../../src/platform/index.ts';
import { SIGNING_DAY, newTestAuthority } from './certificates.ts';
import type { TestAuthority } from './certificates.ts';

export const BSRE_DOUBLE_MARK = 'GANDAAN UJI – bukan BSrE';

export type BsreTrouble =
  | 'bare-500'
  | 'busy' // 503 until told otherwise
  | 'busy-twice' // 429, then 503, then well
  | 'hangs'
  | 'cut-after' // does its work, then the line breaks
  | 'html' // the page of a proxy
  | 'no-file' // version 1: signs, but sends only the number of the document
  | 'echo' // an error that repeats what was sent
  | 'errors-as-200' // refuses with its code, but HTTP 200
  | 'elsewhere' // version 1 and 2: sends the caller to another address
  | 'old-path'; // version 2: knows /user/check-status only

interface Person {
  readonly status: string;
  readonly passphrase: string;
}

interface Given {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly Buffer[];
}

type Reply = (response: ServerResponse) => void;

const json =
  (status: number, body: unknown): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

const refusal = (code: number, error: string, status = 400): Reply =>
  json(status, { error, status_code: code });

export class BsreDouble {
  readonly user = 'pendopo-uji';
  readonly password = `sandi-${randomUUID()}`;
  readonly people = new Map<string, Person>();
  trouble: BsreTrouble | null = null;
  /** Paths as they were asked, in order. */
  readonly asked: string[] = [];
  /** Fields of the last call, without the file. */
  lastFields: Readonly<Record<string, unknown>> = {};
  signed = 0;
  readonly #documents = new Map<string, Buffer>();
  readonly #authority: TestAuthority;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #busyLeft = 2;

  constructor(authority: TestAuthority) {
    this.#authority = authority;
  }

  static async start(): Promise<BsreDouble> {
    const double = new BsreDouble(await newTestAuthority());
    double.#server.listen(0, '127.0.0.1');
    await once(double.#server, 'listening');
    return double;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  settings(version: 'v1' | 'v2'): {
    address: string;
    version: 'v1' | 'v2';
    user: string;
    password: string;
    origin: 'top-left';
  } {
    const { address, user, password } = this;
    return { address, version, user, password, origin: 'top-left' };
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Null: whoever called went away in the middle of it.
    const given = await read(request).catch(() => null);
    if (given === null) return;
    this.asked.push(given.path);
    this.lastFields = given.fields;
    const expected = `Basic ${Buffer.from(`${this.user}:${this.password}`).toString('base64')}`;
    if (request.headers.authorization !== expected) return json(401, { error: 'Unauthorized' })(response);
    const ahead = this.#troubleBefore(given);
    if (ahead === 'nothing') return;
    if (ahead) return ahead(response);
    const reply = await this.#answer(given);
    if (this.trouble === 'cut-after') response.destroy();
    else reply(response);
  }

  /** What happens instead of an answer; 'nothing': the caller waits in vain. */
  #troubleBefore({ path, fields }: Given): Reply | 'nothing' | null {
    if (this.trouble === 'hangs') return 'nothing';
    if (this.trouble === 'bare-500')
      return json(500, {
        timestamp: '2026-11-23T02:00:00Z',
        status: 500,
        error: 'Internal Server Error',
        path,
      });
    if (this.trouble === 'html')
      return (response) => {
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
      };
    if (this.trouble === 'echo') return refusal(2099, `galat: ${JSON.stringify(fields)}`);
    if (this.trouble === 'elsewhere')
      return (response) => {
        response.writeHead(307, { location: `${this.address}/lain` }).end();
      };
    return this.#busy();
  }

  #busy(): Reply | null {
    if (this.trouble === 'busy') return json(503, { error: 'busy' });
    if (this.trouble !== 'busy-twice' || this.#busyLeft === 0) return null;
    this.#busyLeft -= 1;
    return json(this.#busyLeft === 1 ? 429 : 503, { error: 'busy' });
  }

  async #answer(given: Given): Promise<Reply> {
    const { path, fields } = given;
    const oldStatus = /^\/api\/user\/status\/(\d+)$/.exec(path)?.[1];
    if (oldStatus !== undefined) return this.#status(oldStatus);
    const statusPath =
      this.trouble === 'old-path' ? '/api/v2/user/check-status' : '/api/v2/user/check/status';
    if (path === statusPath) return this.#status(String(fields['nik']));
    if (path === '/api/sign/pdf') return this.#signV1(given);
    if (path === '/api/v2/sign/pdf') return this.#signV2(given);
    if (path.startsWith('/api/sign/download/')) return this.#download(path.split('/').at(-1) ?? '');
    if (path === '/api/sign/verify' || path === '/api/v2/verify/pdf') return this.#verify(given.files[0]);
    return json(404, { timestamp: '2026-11-23T02:00:00Z', status: 404, error: 'Not Found', path });
  }

  #status(nik: string): Reply {
    const person = this.people.get(nik);
    if (!person)
      return json(200, { status_code: 1110, status: 'NOT_REGISTERED', message: 'User belum terdaftar' });
    const code = person.status === 'ISSUE' ? 1111 : 1112;
    return json(200, { status_code: code, status: person.status, message: BSRE_DOUBLE_MARK });
  }

  /** Who may sign, or the refusal. */
  #refusalFor({ fields }: Given): Reply | null {
    const person = this.people.get(String(fields['nik']));
    const status = this.trouble === 'errors-as-200' ? 200 : 400;
    if (!person) return refusal(2011, 'User tidak terdaftar', status);
    if (person.passphrase !== fields['passphrase']) return refusal(2031, 'Passphrase anda salah', status);
    return person.status === 'ISSUE' ? null : refusal(2021, 'Sertifikat tidak aktif');
  }

  async #sign(pdf: Buffer | undefined): Promise<Buffer> {
    const signer = await this.#authority.signer(BSRE_DOUBLE_MARK);
    this.signed += 1;
    const facts = { signedAt: SIGNING_DAY, name: BSRE_DOUBLE_MARK, reason: BSRE_DOUBLE_MARK };
    return signPdf(pdf ?? Buffer.alloc(0), facts, signer);
  }

  async #signV1(given: Given): Promise<Reply> {
    const refused = this.#refusalFor(given);
    if (refused) return refused;
    const signed = await this.#sign(given.files[0]);
    const id = randomUUID().replaceAll('-', '');
    this.#documents.set(id, signed);
    const body = this.trouble === 'no-file' ? Buffer.alloc(0) : signed;
    return (response) => {
      response.writeHead(200, { 'content-type': 'application/pdf', id_dokumen: id }).end(body);
    };
  }

  async #signV2(given: Given): Promise<Reply> {
    const refused = this.#refusalFor(given);
    if (refused) return refused;
    const signed = await Promise.all(given.files.map((file) => this.#sign(file)));
    return json(200, { time: 812, file: signed.map((file) => file.toString('base64')) });
  }

  /** A document is given out once. */
  #download(id: string): Reply {
    const document = this.#documents.get(id);
    this.#documents.delete(id);
    if (!document) return json(404, { error: 'Dokumen tidak ditemukan', status_code: 2061 });
    return (response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(document);
    };
  }

  async #verify(pdf: Buffer | undefined): Promise<Reply> {
    const reports = await verifyPdf(pdf ?? Buffer.alloc(0), [], SIGNING_DAY);
    if (reports.length === 0)
      return json(200, { nama_dokumen: 'dokumen.pdf', jumlah_signature: 0, summary: null, details: [] });
    const details = reports.map(({ signer, intact, reason, field }) => ({
      info_tsa: { name: null, tsa_cert_validity: null },
      signature_field: field,
      info_signer: {
        issuer_dn: `CN=${signer?.issuer}`,
        signer_name: signer?.name,
        cert_user_certified: false,
      },
      signature_document: { reason, document_integrity: intact, signed_using_tsa: false, location: null },
    }));
    const summary = reports.every(({ intact }) => intact) ? 'VALID' : 'INVALID';
    return json(200, {
      nama_dokumen: 'dokumen.pdf',
      jumlah_signature: reports.length,
      notes: BSRE_DOUBLE_MARK,
      summary,
      details,
    });
  }
}

async function read(request: IncomingMessage): Promise<Given> {
  const bytes = await buffer(request);
  const path = request.url ?? '';
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { path, fields: {}, files: [] };
  if (type.startsWith('multipart/')) return { path, ...(await readForm(bytes, type)) };
  const { file, ...fields } = JSON.parse(bytes.toString()) as Record<string, unknown>;
  const files = (Array.isArray(file) ? file : [file]).filter((one) => typeof one === 'string');
  return { path, fields, files: files.map((one) => Buffer.from(one, 'base64')) };
}

async function readForm(bytes: Buffer, type: string): Promise<Omit<Given, 'path'>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const entries = [...form.entries()];
  const files = entries.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]));
  return {
    fields: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')),
    files: await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer()))),
  };
}
