/** "Jenis Pelayanan : …": the label under which many standards name themselves. Pure. */
import { plainName } from './plain.ts';

const LABEL =
  /^(?:(?:nama|jenis|judul|nama dan jenis)\s+(?:standar\s+)?(?:pelayanan|layanan)(?:\s+publik)?|pelayanan|layanan|standar pelayanan)$/;

/**
 * The title that a labelled line or row gives, or null where there is no label. `value` is the text of the cells
 * behind the label; null for a line, which carries it behind a colon.
 */
export function readTitleLabel(text: string, value: string | null): string | null {
  const bare = text.replace(/^\(?[\dA-Za-z]{1,4}[.)]\s+/, '');
  const colon = bare.indexOf(':');
  const label = plainName(colon < 0 ? bare : bare.slice(0, colon));
  if (!LABEL.test(label)) return null;
  const inLine = colon < 0 ? '' : bare.slice(colon + 1).trim();
  if (inLine !== '') return inLine;
  if (value === null || value.trim() === '' || !/^(?:nama|jenis|judul)/.test(label)) return null;
  return value.replace(/^[:\s]+/, '');
}
