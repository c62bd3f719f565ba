import { fileURLToPath } from 'node:url';
import type PdfKit from 'pdfkit';
import type { Fonts } from '../layout/fonts.ts';
import type { Face } from '../layout/marks.ts';

type Document = InstanceType<typeof PdfKit>;

const FAMILY = '@expo-google-fonts/plus-jakarta-sans';
const FILES: Readonly<Record<Face, string>> = {
  regular: '400Regular/PlusJakartaSans_400Regular.ttf',
  bold: '700Bold/PlusJakartaSans_700Bold.ttf',
  italic: '400Regular_Italic/PlusJakartaSans_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/PlusJakartaSans_700Bold_Italic.ttf',
};

/** Letters of a text at their places, as the font engine gives them. */
interface GlyphRun {
  readonly glyphs: readonly { readonly codePoints: readonly number[] }[];
  readonly positions: readonly { xAdvance: number }[];
}

/** What pdfkit keeps of an embedded font; its types tell less. */
interface EmbeddedFont {
  readonly font: { hasGlyphForCodePoint(point: number): boolean };
  layoutRun: (text: string, features?: unknown) => GlyphRun;
}

const BLANK = 0x20;
/**
 * Added to every blank, in thousandths of the letters' size. The typeface parts words by 0.17 of it, made for screens:
 * in the small print of a decree "NIP 19700101 199003" would close up.
 */
const WIDER_BLANK = 65;

const embeddedFont = (document: Document): EmbeddedFont =>
  (document as unknown as { _font: EmbeddedFont })._font;

/** Widens the blanks of the current face. As an offset of the drawing, so that the widths told to readers stay the font's own. */
function widenBlanks(document: Document): void {
  const font = embeddedFont(document);
  const asDesigned = font.layoutRun.bind(font);
  font.layoutRun = (text, features) => {
    const run = asDesigned(text, features);
    run.positions.forEach((position, at) => {
      if (run.glyphs[at]?.codePoints[0] === BLANK) position.xAdvance += WIDER_BLANK;
    });
    return run;
  };
}

/** Makes the four faces known to a document. Only those that are used end up in the file, each with the letters it needs. */
export function registerFaces(document: Document): void {
  for (const [face, file] of Object.entries(FILES)) {
    document.registerFont(face, fileURLToPath(import.meta.resolve(`${FAMILY}/${file}`)));
    document.font(face);
    widenBlanks(document);
  }
}

/** Widths and signs of the registered faces. A decree's words repeat, so a width is looked up once. */
export function fontsOf(document: Document): Fonts {
  const widths = new Map<string, number>();
  const known = new Map<string, boolean>();
  return {
    width(text, face, size) {
      const key = `${face}\n${text}`;
      let atOne = widths.get(key);
      if (atOne === undefined) {
        atOne = document.font(face).fontSize(1).widthOfString(text);
        widths.set(key, atOne);
      }
      return atOne * size;
    },
    has(character) {
      let has = known.get(character);
      if (has === undefined) {
        document.font('regular');
        has = embeddedFont(document).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
        known.set(character, has);
      }
      return has;
    },
  };
}
