import { Fault } from '../../ground/index.ts';
import type { FaultKind, Words } from '../../ground/index.ts';
import { errorCode } from '../durable.ts';

/** The one place where kinds of faults become HTTP statuses. */
export const STATUS: Record<FaultKind, number> = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  method: 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
  unavailable: 503,
};

/** Too many attempts; the answer says after how many seconds to try again (Retry-After). */
export class TooManyFault extends Fault {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    const wait = waitInWords(retryAfterSeconds);
    super('too-many', 'too-many-attempts', {
      id: `Terlalu banyak percobaan. Coba lagi dalam ${wait.id}.`,
      en: `Too many attempts. Try again in ${wait.en}.`,
    });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const HOUR_SECONDS = 3600;
const UNITS = {
  second: [1, 'detik', 'second'],
  minute: [60, 'menit', 'minute'],
  hour: [HOUR_SECONDS, 'jam', 'hour'],
} as const;

/** A time to wait as people say it: "40 detik", "3 menit", "2 jam"; never shorter than it is. */
export function waitInWords(seconds: number): Words {
  const unit = seconds < 60 ? 'second' : seconds < HOUR_SECONDS ? 'minute' : 'hour';
  const [length, id, en] = UNITS[unit];
  const amount = Math.max(1, Math.ceil(seconds / length));
  return { id: `${amount} ${id}`, en: `${amount} ${en}${amount === 1 ? '' : 's'}` };
}

/** The address is right, the method is not; the answer names those that are (Allow). */
export class MethodFault extends Fault {
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super('method', 'method-not-allowed', {
      id: `Alamat ini hanya menerima ${allowed.join(', ')}.`,
      en: `This address only answers to ${allowed.join(', ')}.`,
    });
    this.allowed = allowed;
  }
}

interface Described {
  readonly kind: FaultKind;
  readonly code: string;
  readonly words: Words;
}

const MALFORMED_BODY: Described = {
  kind: 'malformed',
  code: 'body-malformed',
  words: {
    id: 'Isi kiriman tidak dapat dibaca. Periksa bentuknya lalu kirim lagi.',
    en: 'What was sent cannot be read. Check its form and send it again.',
  },
};

const BODY_TOO_LARGE: Described = {
  kind: 'too-large',
  code: 'body-too-large',
  words: {
    id: 'Kiriman ini terlalu besar. Persingkat isinya atau kurangi berkasnya.',
    en: 'This is too large to be taken in. Shorten it or send fewer files.',
  },
};

const MEDIA_UNSUPPORTED: Described = {
  kind: 'unsupported-media',
  code: 'media-unsupported',
  words: {
    id: 'Jenis isi (Content-Type) kiriman ini tidak diterima di alamat ini.',
    en: 'The kind of content (Content-Type) sent is not accepted at this address.',
  },
};

const BAD_ADDRESS: Described = {
  kind: 'not-found',
  code: 'address-malformed',
  words: { id: 'Alamat ini tidak dapat dibaca.', en: 'This address cannot be read.' },
};

/** What the framework and its plugins report about a request that it could not read. */
const FRAMEWORK: Record<string, Described> = {
  FST_ERR_BAD_URL: BAD_ADDRESS,
  FST_ERR_MAX_PARAM_LENGTH: BAD_ADDRESS,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: MEDIA_UNSUPPORTED,
  FST_INVALID_MULTIPART_CONTENT_TYPE: MEDIA_UNSUPPORTED,
  FST_ERR_CTP_BODY_TOO_LARGE: BODY_TOO_LARGE,
  FST_PARTS_LIMIT: BODY_TOO_LARGE,
  FST_FILES_LIMIT: BODY_TOO_LARGE,
  FST_FIELDS_LIMIT: BODY_TOO_LARGE,
};

/** What is told of a body that cannot be read. */
export const bodyMalformed = (): Fault => faultOf(MALFORMED_BODY);

/** What is told of a body of a kind that is not read at this address. */
export const mediaUnsupported = (): Fault => faultOf(MEDIA_UNSUPPORTED);

/** The fault behind anything thrown while a request was served; undefined when it is none of the expected ones. */
export function expectedFault(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error;
  const { code, statusCode } = traits(error);
  const described = FRAMEWORK[code] ?? (statusCode >= 400 && statusCode < 500 ? MALFORMED_BODY : undefined);
  return described && faultOf(described);
}

/** What a person is told of an error nobody foresaw: nothing of its inside, but a reference for the operator. */
export function unexpectedFault(reference: string): Fault {
  return new Fault('unavailable', 'unexpected', {
    id: `Terjadi kesalahan pada sistem kami. Coba lagi; bila berulang, sampaikan kode rujukan ${reference}.`,
    en: `Something went wrong on our side. Try again; if it happens again, tell us the reference ${reference}.`,
  });
}

function faultOf({ kind, code, words }: Described): Fault {
  return new Fault(kind, code, words);
}

function traits(error: unknown): { code: string; statusCode: number } {
  const statusCode = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
  return { code: errorCode(error) ?? '', statusCode };
}
