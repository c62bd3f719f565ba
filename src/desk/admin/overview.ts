import type { FastifyInstance } from 'fastify';
import { adminWords, cards, formatFileSize, pageHeading, pairs, panel } from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openToRead, sendAdmin } from './admin-desk.ts';
import { readHealth } from './health.ts';
import type { Health } from './health.ts';
import { kelolaWords } from './words.ts';

/** `/meja/kelola`: where everything is, and how the system stands. */
export function addOverviewRoutes(server: FastifyInstance, context: WebContext): void {
  server.get('/meja/kelola', async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const { lang } = request;
    const health = await readHealth(context, desk.session.government);
    return sendAdmin(desk, {
      title: kelolaWords[lang].title,
      at: '/meja/kelola',
      main: overviewPage(health, lang),
    });
  });
}

function overviewPage(health: Health, lang: Lang): Content {
  const words = adminWords[lang].nav;
  return [
    pageHeading({ title: kelolaWords[lang].title, lead: kelolaWords[lang].lead }),
    cards({
      items: [
        { title: words.people, href: '/meja/kelola/petugas', text: kelolaWords[lang].people.lead },
        { title: words.standards, href: '/meja/kelola/standar', text: kelolaWords[lang].standards.lead },
        {
          title: words.jobs,
          href: '/meja/kelola/pekerjaan',
          fact: health.failedJobs > 0 ? String(health.failedJobs) : adminWords[lang].jobs.none,
        },
      ],
    }),
    healthPanel(health, lang),
  ];
}

function healthPanel(health: Health, lang: Lang): Content {
  const words = kelolaWords[lang].health;
  const { free, all } = health.disk;
  return panel({
    title: words.title,
    children: pairs([
      { term: words.database, value: health.database },
      {
        term: words.worker,
        value: health.workers > 0 ? words.workerRuns(health.workers) : words.workerStopped,
      },
      { term: words.failed, value: health.failedJobs },
      { term: words.disk, value: words.diskOf(formatFileSize(free, lang), formatFileSize(all, lang)) },
      { term: words.runtime, value: health.node },
      { term: words.definitions, value: health.definitions },
    ]),
  });
}
