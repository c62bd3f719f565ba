/** What a scanner says of one file. */
export type ScanVerdict = { readonly clean: true } | { readonly clean: false; readonly name: string };

/** The port to a virus scanner such as ClamAV. Throws when it cannot tell; the file is then not taken. */
export interface VirusScanner {
  scan(content: AsyncIterable<Buffer>): Promise<ScanVerdict>;
}

/** For installations without a scanner: kinds are restricted and files are only ever served as attachments. */
export const noScanner: VirusScanner = { scan: async () => ({ clean: true }) };
