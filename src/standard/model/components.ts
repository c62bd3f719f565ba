import { z } from 'zod';
import { Text } from './basics.ts';

const Items = z
  .strictObject({
    items: z.array(z.string().min(1)).min(1).describe('One entry an item, in the order of the decree'),
  })
  .describe('A component that is a list');

/** A way to complain. An empty channel is never shown, so it cannot be written down. */
export const Channel = z.strictObject({
  kind: z
    .enum([
      'in-person',
      'box',
      'phone',
      'fax',
      'whatsapp',
      'email',
      'website',
      'lapor',
      'app',
      'social',
      'address',
    ])
    .describe('What sort of channel; decides how it is shown and linked'),
  label: Text,
  value: z.string().min(1).optional().describe('Number, address or link; absent where the label says it all'),
});
export type Channel = z.infer<typeof Channel>;

/**
 * The fourteen components of a Standar Pelayanan: UU 25/2009 art. 21, grouped by PermenPANRB 15/2014
 * into service delivery (6, published to users first) and manufacturing (8).
 */
export const Components = z.strictObject({
  requirements: Items.describe('Persyaratan'),
  procedure: Items.describe('Sistem, mekanisme, dan prosedur'),
  time: z
    .strictObject({ text: z.string().min(1).describe('The promised time as printed in the decree') })
    .describe('Jangka waktu pelayanan'),
  fee: z
    .strictObject({ text: z.string().min(1).describe('The fee as printed in the decree') })
    .describe('Biaya/tarif'),
  product: Items.describe('Produk pelayanan'),
  complaints: z
    .strictObject({
      items: z.array(z.string().min(1)).min(1),
      channels: z.array(Channel).min(1).describe('The same ways to complain, in a form a page can link'),
    })
    .describe('Penanganan pengaduan, saran, dan masukan'),
  legalBasis: Items.describe('Dasar hukum'),
  facilities: Items.describe('Sarana, prasarana, dan/atau fasilitas'),
  competence: Items.describe('Kompetensi pelaksana'),
  supervision: Items.describe('Pengawasan internal'),
  staffing: z
    .strictObject({ text: z.string().min(1), count: z.int().min(1).max(10_000) })
    .describe('Jumlah pelaksana'),
  serviceGuarantee: Items.describe('Jaminan pelayanan'),
  safetyGuarantee: Items.describe('Jaminan keamanan dan keselamatan pelayanan'),
  evaluation: Items.describe('Evaluasi kinerja pelaksana'),
});
export type Components = z.infer<typeof Components>;
export type ComponentName = keyof Components;

/** Components that are one text; all others are lists. */
export type TextComponent = 'time' | 'fee' | 'staffing';
export type ListComponent = Exclude<ComponentName, TextComponent>;

/** Components that are lists, in the order of the law. */
export const listComponents = [
  'requirements',
  'procedure',
  'product',
  'complaints',
  'legalBasis',
  'facilities',
  'competence',
  'supervision',
  'serviceGuarantee',
  'safetyGuarantee',
  'evaluation',
] as const satisfies readonly ListComponent[];

/** Whether a component is a list. */
export const isListComponent = (name: string): name is ListComponent =>
  (listComponents as readonly string[]).includes(name);

export const deliveryComponents = [
  'requirements',
  'procedure',
  'time',
  'fee',
  'product',
  'complaints',
] as const satisfies readonly ComponentName[];

export const manufacturingComponents = [
  'legalBasis',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'serviceGuarantee',
  'safetyGuarantee',
  'evaluation',
] as const satisfies readonly ComponentName[];

/** Headings of the components on the screen and on paper. */
export const componentTitles: Readonly<Record<ComponentName, Text>> = {
  requirements: { id: 'Persyaratan', en: 'Requirements' },
  procedure: { id: 'Sistem, mekanisme, dan prosedur', en: 'System, mechanism and procedure' },
  time: { id: 'Jangka waktu pelayanan', en: 'Promised time' },
  fee: { id: 'Biaya/tarif', en: 'Fee' },
  product: { id: 'Produk pelayanan', en: 'Product' },
  complaints: { id: 'Penanganan pengaduan, saran, dan masukan', en: 'Complaints, suggestions and feedback' },
  legalBasis: { id: 'Dasar hukum', en: 'Legal basis' },
  facilities: { id: 'Sarana, prasarana, dan/atau fasilitas', en: 'Facilities' },
  competence: { id: 'Kompetensi pelaksana', en: 'Competence of staff' },
  supervision: { id: 'Pengawasan internal', en: 'Internal supervision' },
  staffing: { id: 'Jumlah pelaksana', en: 'Number of staff' },
  serviceGuarantee: { id: 'Jaminan pelayanan', en: 'Service guarantee' },
  safetyGuarantee: { id: 'Jaminan keamanan dan keselamatan pelayanan', en: 'Safety and security guarantee' },
  evaluation: { id: 'Evaluasi kinerja pelaksana', en: 'Evaluation of performance' },
};
