/** A real identity provider on loopback (oidc-provider), whose people sign in without being asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';

export interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly preferred_username?: string;
}

export interface TestProvider {
  readonly issuer: string;
  /** Who sits before the browser at the provider. */
  person: Person;
  /** Methods of authentication that the next tokens tell (RFC 8176). */
  amr: readonly string[] | undefined;
  /** Does something to the ID token on its way; undefined leaves it as the provider made it. */
  tamper: ((idToken: string) => string) | undefined;
  /** Walks a browser through the provider, from the address it was sent to, back to the one it is sent to. */
  walk(address: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT_ID = 'pendopo';
export const CLIENT_SECRET = 'rahasia-yang-panjang-untuk-uji';

interface Returns {
  readonly signedIn: string;
  readonly signedOut: string;
}

/** Starts it; `returns` are the addresses registered for the portal, `port` one where it has stood before. */
export async function startProvider(returns: Returns, port = 0): Promise<TestProvider> {
  let handler: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => void handler?.(request, response));
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: Pick<TestProvider, 'person' | 'amr' | 'tamper'> = {
    person: { sub: 'nobody' },
    amr: undefined,
    tamper: undefined,
  };
  const provider = new Provider(issuer, configurationFor(returns, state));
  answerForPeople(provider, state);
  handler = provider.callback();
  return Object.assign(state, {
    issuer,
    walk: (address: string) => walk(address, issuer),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

type State = Pick<TestProvider, 'person' | 'amr' | 'tamper'>;

function configurationFor(returns: Returns, state: State): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [returns.signedIn],
        post_logout_redirect_uris: [returns.signedOut],
      },
    ],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...state.person, sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['kunci-uji'] },
    ttl: {
      Grant: 600,
      Session: 600,
      Interaction: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** Answers the provider's questions as whoever sits there would, and lets tests have their way with tokens. */
function answerForPeople(provider: Provider, state: State): void {
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/interaction/')) {
      const result = { login: { accountId: state.person.sub, ...(state.amr && { amr: [...state.amr] }) } };
      await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
      ctx.respond = false;
      return;
    }
    await next();
    const body: unknown = ctx.body;
    if (state.tamper && ctx.path === '/token' && hasIdToken(body))
      ctx.body = { ...body, id_token: state.tamper(body.id_token) };
  });
}

const hasIdToken = (body: unknown): body is { readonly id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string';

/** Follows redirects with the cookies of a fresh browser as long as they stay at the provider. */
async function walk(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let hops = 0; hops < 10 && at.startsWith(issuer); hops += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at).href;
  }
  return at;
}
