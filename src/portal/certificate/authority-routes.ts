/** What whoever verifies a trial signature needs: the authority's certificate and its list of the revoked. Demo only. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { openTrialAuthority, placeOf, trialPaths } from '../../product/index.ts';
import type { TrialAuthority } from '../../product/index.ts';
import type { WebContext } from '../../web/index.ts';
import { certificateWords } from '../words/certificate.ts';

type Route = { Params: { gov: string } };

export function addAuthorityRoutes(server: FastifyInstance, context: WebContext): void {
  if (!context.demo) return;
  server.get<Route>(`/:gov/${trialPaths.authority}`, async ({ params }, reply) => {
    const authority = await getAuthority(context, params.gov);
    return send(reply, 'application/x-x509-ca-cert', await authority.caCertificate());
  });
  server.get<Route>(`/:gov/${trialPaths.list}`, async ({ params }, reply) => {
    const authority = await getAuthority(context, params.gov);
    return send(reply, 'application/pkix-crl', await authority.revocationList());
  });
}

/** Nobody makes an authority by asking for it. Faults: `government-unknown`, `authority-none`. */
async function getAuthority({ catalogue, delivering }: WebContext, gov: string): Promise<TrialAuthority> {
  const { id } = catalogue.government(gov);
  const authority = openTrialAuthority(placeOf(delivering, id, 'certificate'));
  if (await authority.exists()) return authority;
  throw new Fault('not-found', 'authority-none', {
    id: certificateWords.id.faults.noAuthority,
    en: certificateWords.en.faults.noAuthority,
  });
}

/** Asked for anew each time: a revocation must be seen at once. */
const send = (reply: FastifyReply, type: string, der: Buffer): FastifyReply =>
  reply.type(type).header('cache-control', 'no-cache').send(der);
