import type { Words } from '../../ground/index.ts';
import { errorCode } from '../../platform/index.ts';
import { CounterpartFault } from '../contract.ts';
import type { FaultMeaning } from '../contract.ts';

/** Does the work on files; what goes wrong becomes a fault of the contract. `state.changed` says whether anything was written. */
export async function onFiles<T>(
  signal: AbortSignal,
  work: (state: { changed: boolean }) => Promise<T>,
): Promise<T> {
  const state = { changed: false };
  try {
    signal.throwIfAborted();
    return await work(state);
  } catch (error) {
    if (error instanceof CounterpartFault) throw error;
    const done = state.changed ? 'unknown' : 'none';
    if (signal.aborted) throw givenUp(done);
    throw unusable(error, done);
  }
}

const givenUp = (done: FaultMeaning['done']): CounterpartFault =>
  new CounterpartFault(
    'files-given-up',
    {
      id: 'Waktu untuk menulis berkas habis.',
      en: 'The time to write the files was over.',
    },
    { done, passing: true },
  );

/** A full disk may become free again by itself; a directory that may not be written needs somebody. */
function unusable(error: unknown, done: FaultMeaning['done']): CounterpartFault {
  const code = errorCode(error);
  const passing = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EMFILE';
  const fault = new CounterpartFault('files-unusable', unusableWords(code), { done, passing });
  fault.cause = error;
  return fault;
}

function unusableWords(code: string | undefined): Words {
  const why = code ?? 'error';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      id: `Penyimpanan penuh (${why}). Kosongkan ruang.`,
      en: `The disk is full (${why}). Free some space.`,
    };
  if (code === 'ELOOP')
    return {
      id: 'Berkas produk adalah tautan (symlink). Ganti dengan berkas biasa, lalu coba lagi.',
      en: "The product's file is a link. Put an ordinary file in its place, then try again.",
    };
  return {
    id: `Berkas produk tidak dapat dibaca atau ditulis (${why}). Periksa izin direktori produk di server, lalu coba lagi.`,
    en: `The product's files cannot be read or written (${why}). Check the permissions of its directory on the server, then try again.`,
  };
}
