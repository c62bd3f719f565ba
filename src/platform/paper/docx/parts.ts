/** The parts of the package that are not the text itself: styles, lists, settings, who wrote it. */
import { letterSizes } from '../layout/geometry.ts';
import type { Paper } from '../model.ts';
import { halfPoints } from './measure.ts';
import type { Gathered, NumberedList } from './package.ts';
import { indentOf, LIST_INDENT } from './text.ts';
import { element, escaped, part, valued } from './xml.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A typeface that every office computer has, or has the like of. */
const FONT = 'Arial';
const LEVELS = 9;
/** A line is this much of its letters' size, in 240ths, as Word counts. */
const LINE = 276;

const language = (lang: Paper['lang']): string => (lang === 'id' ? 'id-ID' : 'en-GB');

function style(
  id: string,
  name: string,
  more: string,
  attributes: Record<string, string | number> = {},
): string {
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...attributes, 'w:styleId': id },
    valued('w:name', name),
    more,
  );
}

function headingStyle(level: 1 | 2 | 3): string {
  const size = level === 1 ? 'large' : 'normal';
  const half = halfPoints(size);
  return style(
    `Heading${level}`,
    `heading ${level}`,
    valued('w:basedOn', 'Normal') +
      valued('w:next', 'Normal') +
      '<w:qFormat/>' +
      element(
        'w:pPr',
        {},
        '<w:keepNext/><w:keepLines/>',
        element('w:spacing', { 'w:before': 240, 'w:after': 100 }),
        valued('w:outlineLvl', level - 1),
      ) +
      element('w:rPr', {}, '<w:b/><w:bCs/>', valued('w:sz', half), valued('w:szCs', half)),
  );
}

export function stylesPart({ lang }: Paper): string {
  const size = letterSizes.normal * 2;
  const fonts = element('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT });
  const code = language(lang);
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fonts,
        valued('w:sz', size),
        valued('w:szCs', size),
        element('w:lang', { 'w:val': code, 'w:eastAsia': code, 'w:bidi': 'ar-SA' }),
      ),
    ),
    element(
      'w:pPrDefault',
      {},
      element('w:pPr', {}, element('w:spacing', { 'w:after': 100, 'w:line': LINE, 'w:lineRule': 'auto' })),
    ),
  );
  const list = element('w:pPr', {}, element('w:spacing', { 'w:after': 40 }));
  const hyperlink = element(
    'w:style',
    { 'w:type': 'character', 'w:styleId': 'Hyperlink' },
    valued('w:name', 'Hyperlink'),
    element('w:rPr', {}, valued('w:color', '0B5394'), valued('w:u', 'single')),
  );
  return part(
    element(
      'w:styles',
      { 'xmlns:w': W },
      defaults,
      style('Normal', 'Normal', '<w:qFormat/>', { 'w:default': 1 }),
      headingStyle(1),
      headingStyle(2),
      headingStyle(3),
      style('ListParagraph', 'List Paragraph', valued('w:basedOn', 'Normal') + '<w:qFormat/>' + list),
      hyperlink,
    ),
  );
}

const FORMATS = { decimal: 'decimal', letters: 'lowerLetter', bullet: 'bullet' } as const;

function level(depth: number, numbers: NumberedList['numbers']): string {
  return element(
    'w:lvl',
    { 'w:ilvl': depth },
    valued('w:start', 1),
    valued('w:numFmt', FORMATS[numbers]),
    valued('w:lvlText', numbers === 'bullet' ? '•' : `%${depth + 1}.`),
    valued('w:lvlJc', 'left'),
    element('w:pPr', {}, element('w:ind', { 'w:left': indentOf(depth), 'w:hanging': LIST_INDENT })),
  );
}

/** One definition a list: lists that share one would count on from each other. */
export function numberingPart({ lists }: Gathered): string {
  const depths = Array.from({ length: LEVELS }, (_level, depth) => depth);
  const abstract = lists.map(({ id, numbers }) =>
    element(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      valued('w:multiLevelType', 'hybridMultilevel'),
      ...depths.map((depth) => level(depth, numbers)),
    ),
  );
  const numbered = lists.map(({ id }) => element('w:num', { 'w:numId': id }, valued('w:abstractNumId', id)));
  return part(element('w:numbering', { 'xmlns:w': W }, ...abstract, ...numbered));
}

export const settingsPart = ({ lang }: Paper): string =>
  part(
    element(
      'w:settings',
      { 'xmlns:w': W },
      valued('w:defaultTabStop', 720),
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': language(lang) }),
    ),
  );

export function corePart({ title, author, subject, id, createdAt, lang }: Paper): string {
  const instant = (name: string): string =>
    element(
      name,
      { 'xsi:type': 'dcterms:W3CDTF' },
      Temporal.Instant.from(createdAt).toString({ smallestUnit: 'second' }),
    );
  return part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escaped(title)),
      element('dc:subject', {}, escaped(subject ?? title)),
      element('dc:creator', {}, escaped(author)),
      element('cp:keywords', {}, escaped(id)),
      element('dc:language', {}, language(lang)),
      instant('dcterms:created'),
      instant('dcterms:modified'),
    ),
  );
}

/** A part of the package with its kind. */
export interface PartName {
  readonly path: string;
  readonly type: string;
}

/** Parts of every document, with the relation by which it knows them. */
export const OWN_PARTS = [
  { relation: 'rId1', kind: 'styles', path: 'styles.xml' },
  { relation: 'rId2', kind: 'numbering', path: 'numbering.xml' },
  { relation: 'rId3', kind: 'settings', path: 'settings.xml' },
  { relation: 'rId4', kind: 'header', path: 'header1.xml' },
  { relation: 'rId5', kind: 'footer', path: 'footer1.xml' },
  { relation: 'rId6', kind: 'header', path: 'header2.xml' },
] as const;

export function contentTypesPart(): string {
  const known = OWN_PARTS.map(({ kind, path }) =>
    element('Override', { PartName: `/word/${path}`, ContentType: `${CONTENT}.${kind}+xml` }),
  );
  return part(
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'png', ContentType: 'image/png' }),
      element('Default', { Extension: 'jpeg', ContentType: 'image/jpeg' }),
      element('Override', { PartName: '/word/document.xml', ContentType: `${CONTENT}.document.main+xml` }),
      ...known,
      element('Override', {
        PartName: '/docProps/core.xml',
        ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      }),
    ),
  );
}

const relation = (id: string, type: string, target: string, external = false): string =>
  element('Relationship', {
    Id: id,
    Type: type,
    Target: target,
    TargetMode: external ? 'External' : undefined,
  });

export const packageRelations = (): string =>
  part(
    element(
      'Relationships',
      { xmlns: RELATIONS },
      relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
      relation(
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ),
    ),
  );

export const documentRelations = ({ pictures, links }: Gathered): string =>
  part(
    element(
      'Relationships',
      { xmlns: RELATIONS },
      ...OWN_PARTS.map(({ relation: id, kind, path }) => relation(id, `${OFFICE}/${kind}`, path)),
      ...pictures.map(({ relation: id, fileName }) => relation(id, `${OFFICE}/image`, fileName)),
      ...links.map(({ relation: id, address }) => relation(id, `${OFFICE}/hyperlink`, address, true)),
    ),
  );
