/** A decree's text, from the blocks of its file to its services. Pure. */
import { refused, ok } from '../../../ground/index.ts';
import type { Result } from '../../../ground/index.ts';
import { findingsOf, foreignGovernment } from '../findings/index.ts';
import type { DecreeHead, DecreeText, ImportedDecree, Line } from '../model.ts';
import { acceptHeadings } from './accepted.ts';
import { readDecreeHead } from './decree-head.ts';
import { readEvents } from './events.ts';
import { cutOneLineRows } from './one-line-rows.ts';
import { readSections } from './sections.ts';
import type { ServiceSections } from './sections.ts';
import { tidy } from './plain.ts';
import { readService } from './services.ts';
import { bareTitle } from './titles.ts';
import { unfoldServices } from './service-columns.ts';
import { endAtUnknown } from './unknown-headings.ts';

/** Services, their findings and the decree's head; `government` is the name of who imports it. a fault where the text holds no standard. */
export function readDecree(
  { blocks, hasLooseRows = false }: DecreeText,
  government: string | null = null,
): Result<ImportedDecree> {
  const { services, preamble } = readSections(
    endAtUnknown(acceptHeadings(readEvents(unfoldServices(cutOneLineRows(blocks))))),
    hasLooseRows,
  );
  if (services.length === 0) {
    return refused('invalid', 'no-standard', {
      id: 'Tidak ditemukan standar pelayanan: setidaknya tiga dari 14 komponen (Persyaratan, Prosedur, Jangka waktu, Biaya, …) harus berjudul. Periksa apakah berkasnya benar.',
      en: 'No service standard was found: at least three of the 14 components must stand under their headings. Check whether this is the right file.',
    });
  }
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : block.cells.flat()));
  const decree = readDecreeHead(preamble, lines);
  const read = withDecreeTitle(services, decree, preamble).map(readService);
  const stranger = government === null ? [] : foreignGovernment(lines, government);
  return ok({
    services: read.map((service) => ({
      title: service.title,
      components: service.components,
      findings: [...stranger, ...findingsOf(service, read)],
    })),
    decree,
  });
}

/** A decree for one service alone names it in its own title. */
function withDecreeTitle(
  services: readonly ServiceSections[],
  decree: DecreeHead | null,
  preamble: readonly Line[],
): readonly ServiceSections[] {
  const [only, another] = services;
  const title = decree?.title ?? null;
  if (!only || another || only.title || title === null) return services;
  const text = bareTitle(title);
  const place = preamble.find((line) => line.text.length >= 10 && title.includes(tidy(line.text)))?.place;
  return text === title || !place ? services : [{ ...only, title: { text, place } }];
}
