/** What is printed is read back by the import as it was: the print is held to the reading of decrees, and the reading to it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { documents, readSample } from '../../../test/import/corpus.ts';
import { valueOf } from '../../ground/index.ts';
import { writeDocx, writePdf } from '../../platform/index.ts';
import type { Paper } from '../../platform/index.ts';
import { definitionText } from '../drafting/index.ts';
import { jsonOf, readDecree, readFileText } from '../import/index.ts';
import type { JsonDecree } from '../import/index.ts';
import type { Components, Service } from '../model.ts';
import { readDefinition } from '../reading/index.ts';
import type { Definition, DefinitionKind } from '../reading/index.ts';
import { annexPaper, issuerOf, standardPaper } from './index.ts';
import type { Printing } from './index.ts';

const root = join(import.meta.dirname, '../../../governments');
const writers = { pdf: writePdf, docx: writeDocx } as const;
type Form = keyof typeof writers;

function defined<K extends DefinitionKind>(
  kind: K,
  path: string,
  text = readFileSync(path, 'utf8'),
): Definition<K>['value'] {
  const reading = readDefinition(kind, { path, text });
  assert.ok(reading.ok, path);
  return reading.definition.value;
}

/** A government with all of its services, ready to print. */
function printingOf(id: string): Printing {
  const home = join(root, id);
  const government = defined('government', join(home, 'government.yaml'));
  const organisation = defined('organisation', join(home, 'organisation.yaml'));
  const services = readdirSync(join(home, 'services')).map((name) =>
    defined('service', join(home, 'services', name)),
  );
  return { government, services, issuer: issuerOf(government, organisation), id };
}

const governments = readdirSync(root).map(printingOf);
const [first] = governments;
assert.ok(first);
const [sample] = first.services;
assert.ok(sample);

async function readBack(paper: Paper, form: Form): Promise<JsonDecree> {
  const { bytes } = await writers[form](paper);
  return jsonOf(valueOf(readDecree(valueOf(await readFileText(new Uint8Array(bytes))))), 'id');
}

/** Items and texts alone: what a component says on paper. */
type Said = Readonly<Record<string, readonly string[] | string>>;
const said = (components: Components | JsonDecree['services'][number]['components']): Said =>
  Object.fromEntries(
    Object.entries(components).map(([name, component]) => [
      name,
      'items' in component ? component.items : component.text,
    ]),
  );

describe('a standard printed and imported again says the same', () => {
  for (const printing of governments) {
    for (const service of printing.services) {
      for (const form of ['pdf', 'docx'] as const) {
        it(`${printing.government.id}/${service.id} as ${form}`, async () => {
          const { services } = await readBack(standardPaper({ ...printing, services: [service] }), form);
          assert.deepEqual(
            services.map(({ components }) => said(components)),
            [said(service.components)],
          );
        });
      }
    }
    it(`the annex of ${printing.government.id}, with its decree`, async () => {
      const { services, decree } = await readBack(annexPaper(printing), 'docx');
      assert.deepEqual(
        services.map(({ components }) => said(components)),
        printing.services.map(({ components }) => said(components)),
      );
      const printed = printing.services[0]?.decree;
      if (printed?.number == null) return;
      assert.equal(decree?.number?.toLowerCase(), printed.number.toLowerCase());
      assert.equal(decree?.date, printed.date);
      assert.equal(decree?.title?.toLowerCase(), printed.title.toLowerCase());
    });
  }

  it('the promised time and the fee are understood as they were', async () => {
    for (const printing of governments) {
      const { services } = await readBack(annexPaper(printing), 'docx');
      services.forEach(({ components }, at) => {
        const printed = printing.services[at];
        assert.ok(printed);
        assert.equal(components.fee.free, printed.fee.free, printed.id);
        const { promise } = components.time;
        // Where the decree left the basis open, somebody settled it: the text alone does not tell.
        if (promise)
          assert.deepEqual({ ...promise, basis: '' }, { ...printed.promise, basis: '' }, printed.id);
      });
    }
  });

  it('findings are not printed into it', async () => {
    const service: Service = {
      ...sample,
      findings: [{ component: 'fee', text: { id: 'Temuan rahasia', en: 'Secret finding' } }],
    };
    const read = await readBack(standardPaper({ ...first, services: [service] }), 'docx');
    assert.ok(!JSON.stringify(read).includes('Temuan rahasia'));
  });
});

describe('import, file, print, import', () => {
  for (const decree of documents()) {
    it(`is stable for ${decree.name}`, async () => {
      const read = await readSample(decree);
      const services = read.services.map(({ title, components }, at): Service => {
        return {
          ...sample,
          title: { id: title ?? `Layanan ke-${at + 1}`, en: '' },
          components: components as unknown as Components,
        };
      });
      const again = await readBack(annexPaper({ ...first, services }), 'docx');
      assert.deepEqual(
        again.services.map(({ components }) => said(components)),
        read.services.map(({ components }) => said(components)),
      );
    });
  }

  it('a definition written as a file prints the same bytes', async () => {
    for (const printing of governments) {
      const services = printing.services.map((service) =>
        defined('service', service.id, definitionText('service', service)),
      );
      const [paper, filed] = [annexPaper(printing), annexPaper({ ...printing, services })];
      assert.ok((await writeDocx(paper)).bytes.equals((await writeDocx(filed)).bytes), printing.id);
    }
  });
});

describe('any small standard', () => {
  const word = fc.constantFrom(
    ...'surat permohonan instansi petugas berkas dokumen pemohon kepala bidang loket kantor hasil jaringan ruang'.split(
      ' ',
    ),
  );
  const sentence = fc
    .array(word, { minLength: 2, maxLength: 14 })
    .map((words) => words.join(' '))
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
  const items = fc.record({ items: fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 }) });
  const components = fc.record({
    requirements: items,
    procedure: items,
    time: fc.record({ text: fc.integer({ min: 1, max: 90 }).map((days) => `${days} hari kerja`) }),
    fee: fc.record({ text: fc.constantFrom('Gratis', 'Tidak dipungut biaya', 'Rp15.000,00 per lembar') }),
    product: items,
    complaints: items,
    legalBasis: fc.record({
      items: fc.uniqueArray(
        fc
          .integer({ min: 1, max: 60 })
          .map((number) => `Undang-Undang Nomor ${number} Tahun 2009 tentang Pelayanan`),
        { minLength: 1, maxLength: 15 },
      ),
    }),
    facilities: items,
    competence: items,
    supervision: items,
    staffing: fc.record({ text: fc.integer({ min: 1, max: 40 }).map((count) => `${count} orang`) }),
    serviceGuarantee: items,
    safetyGuarantee: items,
    evaluation: items,
  });

  for (const [form, numRuns] of [
    ['docx', 20],
    ['pdf', 6],
  ] as const) {
    it(`comes back from ${form} word by word`, async () => {
      await fc.assert(
        fc.asyncProperty(components, async (random) => {
          const service = { ...sample, components: random as unknown as Components };
          const { services } = await readBack(standardPaper({ ...first, services: [service] }), form);
          assert.deepEqual(
            services.map((read) => said(read.components)),
            [said(service.components)],
          );
        }),
        { numRuns },
      );
    });
  }
});
