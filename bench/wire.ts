/** What a visitor's browser really fetches: bytes on the wire, headers included, as the browser itself counts them. */
import type { CDPSession } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';

export interface Visit {
  readonly path: string;
  /** Bytes received for the page and all that it loads. */
  readonly bytes: number;
  readonly files: number;
}

/** Opens the pages one after the other, the first with an empty cache, on a telephone's width. */
export async function visit(base: string, paths: readonly string[]): Promise<readonly Visit[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const visits: Visit[] = [];
    for (const path of paths) {
      const counted = count(session);
      await page.goto(new URL(path, base).href, { waitUntil: 'networkidle' });
      visits.push({ path, ...counted() });
    }
    return visits;
  } finally {
    await browser.close();
  }
}

/** Counts what arrives from now on; gives the count and stops. */
function count(session: CDPSession): () => Omit<Visit, 'path'> {
  let [bytes, files] = [0, 0];
  const finished = ({ encodedDataLength }: { readonly encodedDataLength: number }): void => {
    bytes += encodedDataLength;
    // What came out of the cache took no bytes.
    if (encodedDataLength > 0) files += 1;
  };
  session.on('Network.loadingFinished', finished);
  return () => {
    session.off('Network.loadingFinished', finished);
    return { bytes, files };
  };
}
