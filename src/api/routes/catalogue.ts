/** Which governments there are, which services they offer, and how to ask for one. */
import { z } from 'zod';
import { searchServices } from '../../standard/index.ts';
import { anyone } from '../access.ts';
import { presentGovernment, presentService, presentSummary } from '../present/service.ts';
import { route } from '../route.ts';
import type { ApiRoute } from '../route.ts';
import { GovernmentList, ServiceDetail, ServiceList } from '../schemas/catalogue.ts';

const government = z
  .string()
  .max(60)
  .describe('Id of the government')
  .meta({ examples: ['klaten'] });
const service = z
  .string()
  .max(60)
  .describe('Id of the service')
  .meta({ examples: ['ruang-rapat'] });

const ofGovernment = z.strictObject({ government });
export const ofService = z.strictObject({ government, service });

const listGovernments = route({
  method: 'GET',
  path: '/api/v1/governments',
  id: 'listGovernments',
  tag: 'catalogue',
  summary: { id: 'Pemerintah daerah yang menerima permohonan', en: 'Governments that take requests' },
  access: anyone,
  success: {
    200: { description: 'By name', schema: GovernmentList },
  },
  handle: async ({ context }) => ({
    items: context.catalogue.governments().map((one) => presentGovernment(context, one)),
  }),
});

const listServices = route({
  method: 'GET',
  path: '/api/v1/governments/{government}/services',
  id: 'listServices',
  tag: 'catalogue',
  summary: {
    id: 'Layanan sebuah pemerintah daerah yang dapat diminta sekarang',
    en: 'Services of a government that may be asked for now',
  },
  params: ofGovernment,
  query: z.object({ q: z.string().max(200).optional().describe('Words to search for, in either language') }),
  access: anyone,
  success: {
    200: {
      description: 'By title; found ones the best first',
      schema: ServiceList,
    },
  },
  problems: [404],
  handle: async ({ context, params, query, request }) => {
    const { id } = context.catalogue.government(params.government);
    const found = searchServices(context.catalogue, query.q ?? '', request.lang, id);
    return { items: found.map(({ version }) => presentSummary(version)) };
  },
});

const readService = route({
  method: 'GET',
  path: '/api/v1/governments/{government}/services/{service}',
  id: 'readService',
  tag: 'catalogue',
  summary: {
    id: 'Standar pelayanan: 14 komponen, janji waktu, biaya, skema isian, dan contoh yang diterima',
    en: 'A service standard: its 14 components, promised time, fee, form and an accepted example',
  },
  params: ofService,
  access: anyone,
  success: { 200: { description: 'The standard in force now', schema: ServiceDetail } },
  problems: [404],
  handle: async ({ context, params, request }) => {
    const { id } = context.catalogue.government(params.government);
    return presentService(context, context.catalogue.service(id, params.service), request.lang);
  },
});

export const catalogueRoutes: readonly ApiRoute[] = [listGovernments, listServices, readService];
