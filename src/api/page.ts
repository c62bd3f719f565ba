/** The API for people who will write a program: what there is, and how to begin. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebContext } from '../web/index.ts';
import { sendPage } from '../web/index.ts';
import { bullets, codeBlock, html, pageHeading, section, table } from '../ui/index.ts';
import type { Content, Html, Lang } from '../ui/index.ts';
import type { ApiRoute } from './route.ts';
import { apiWords } from './words.ts';

const DOCUMENT = '/api/openapi.json';

/** Adds `/api`. */
export function addApiPage(server: FastifyInstance, context: WebContext, routes: readonly ApiRoute[]): void {
  server.get('/api', async (request, reply) =>
    sendPage(context, request, reply, {
      government: null,
      title: apiWords[request.lang].title,
      description: apiWords[request.lang].lead,
      at: '/api',
      main: mainOf(context, request, routes),
    }),
  );
}

function mainOf(context: WebContext, { lang }: FastifyRequest, routes: readonly ApiRoute[]): Content {
  const words = apiWords[lang];
  const groups = Map.groupBy(routes, ({ operation }) => operation.tag);
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    html`<p>${words.document} <a href="${DOCUMENT}">${DOCUMENT}</a></p>`,
    section({ title: words.start, children: [bullets(words.steps), codeBlock(exampleCalls(context))] }),
    section({ title: words.once, children: html`<p>${words.onceText}</p>` }),
    section({ title: words.errors, children: html`<p>${words.errorsText}</p>` }),
    [...groups].map(([tag, found]) =>
      section({ title: words.tags[tag], children: operationTable(words.tags[tag], found, lang) }),
    ),
  ];
}

function operationTable(caption: string, routes: readonly ApiRoute[], lang: Lang): Html {
  const words = apiWords[lang];
  return table<ApiRoute>({
    caption,
    columns: [
      { label: words.purpose, cell: ({ operation }) => operation.summary[lang], names: true },
      { label: words.method, cell: ({ operation }) => operation.method },
      { label: words.address, cell: ({ operation }) => html`<code>${operation.path}</code>` },
      { label: words.needs, cell: ({ access }) => needs(access.schemes[0], lang) },
    ],
    groups: [{ rows: routes }],
  });
}

function needs(scheme: ApiRoute['access']['schemes'][number] | undefined, lang: Lang): string {
  const words = apiWords[lang];
  if (scheme === undefined) return words.nothing;
  return scheme === 'bearer' ? words.token : words.key;
}

/** Calls that run as they stand, with a service that is published here. */
function exampleCalls({ publicUrl, catalogue }: WebContext): string {
  const [government] = catalogue.governments();
  const [service] = government ? catalogue.services(government.id) : [];
  const path = `${publicUrl}/api/v1/governments/${government?.id ?? 'klaten'}/services/${service?.name ?? 'ruang-rapat'}`;
  const files = (service?.value.example.files ?? []).map(
    ({ requirement, fileName }) => ` \\\n  -F '${requirement}=@${fileName}'`,
  );
  return [
    `curl ${publicUrl}/api/v1/governments`,
    `curl ${path}`,
    `curl ${path}/requests \\\n  -H "Idempotency-Key: $(uuidgen)" \\\n  -F 'answers=@answers.json'${files.join('')}`,
    `curl ${publicUrl}/api/v1/requests/NOMOR -H 'Tracking-Key: KUNCI'`,
    `curl ${publicUrl}/api/v1/desk/requests -H "Authorization: Bearer $(npx pendopo token --government ${government?.id ?? 'klaten'} --position JABATAN)"`,
  ].join('\n\n');
}
