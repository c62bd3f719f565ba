/** PDF with a text layer, by pdf.js: letters with their places, and the lines that tables are ruled with. */
import { refused, ok } from '../../../ground/index.ts';
import type { Result } from '../../../ground/index.ts';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { DecreeText } from '../model.ts';
import type { PageContent, TextRun } from './page.ts';
import { readPages } from './layout.ts';
import { matrixOf, placed } from './matrix.ts';
import { rulesOf } from './pdf-rules.ts';
import type { OperatorCodes } from './pdf-rules.ts';

/** More pages than any decree has; beyond, somebody has uploaded a book. */
const MOST_PAGES = 600;

/** The text of a PDF, page by page; a fault for locked, broken and scanned ones. */
export async function readPdf(bytes: Uint8Array): Promise<Result<DecreeText>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  const document = opened.value;
  if (document.numPages > MOST_PAGES) {
    return refused('too-large', 'too-many-pages', {
      id: `PDF ini ${document.numPages} halaman, lebih dari ${MOST_PAGES}. Pisahkan lampiran standar pelayanannya.`,
      en: `This PDF has ${document.numPages} pages, more than ${MOST_PAGES}. Cut out the annex with the standards.`,
    });
  }
  const { OPS } = await getResolvedPDFJS();
  const pages: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(document, number, OPS));
  }
  if (pages.every(({ runs }) => runs.length === 0)) {
    return refused('invalid', 'no-text-layer', {
      id: 'PDF ini hanya gambar (hasil pindai) tanpa lapisan teks. Jalankan OCR dahulu, atau unggah berkas Word-nya.',
      en: 'This PDF consists of images (a scan) and has no text layer. Run OCR on it first, or give the Word file.',
    });
  }
  return ok(readPages(pages));
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Result<PdfDocument>> {
  try {
    const options = { verbosity: 0, isEvalSupported: false, stopAtErrors: false, useSystemFonts: false };
    return ok(await getDocumentProxy(bytes, options));
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      return refused('invalid', 'password', {
        id: 'PDF ini dikunci kata sandi. Simpan ulang tanpa kata sandi.',
        en: 'This PDF is locked by a password. Save it without one.',
      });
    }
    return refused('malformed', 'broken-pdf', {
      id: 'PDF ini rusak atau tidak lengkap. Unduh atau simpan ulang berkasnya.',
      en: 'This PDF is broken or incomplete. Download or save it again.',
    });
  }
}

async function readPage(document: PdfDocument, number: number, codes: OperatorCodes): Promise<PageContent> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): readonly TextRun[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    return runOf(item, viewport.transform);
  });
  const operators = await page.getOperatorList();
  const rules = rulesOf(operators.fnArray, operators.argsArray, codes, viewport.transform);
  page.cleanup();
  return { number, height: viewport.height, runs, ...rules };
}

/** What is used of a piece of text as pdf.js gives it. */
interface PdfText {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly fontName: string;
}

/** A piece of text on the page as it is shown; what is written upright or across (stamps) is left out. */
function runOf({ str, transform, width, fontName }: PdfText, view: readonly unknown[]): readonly TextRun[] {
  const page = matrixOf(view);
  const [along, up, , , x, y] = matrixOf(transform);
  const [dx, dy] = [page[0] * along + page[2] * up, page[1] * along + page[3] * up];
  if (Math.abs(dy) > Math.abs(dx) * 0.1 || dx <= 0) return [];
  const [left, baseline] = placed(page, [x, y]);
  const size = Math.max(4, Math.hypot(dx, dy));
  return [{ text: str, x: left, right: left + width, y: baseline, size, font: fontName }];
}
