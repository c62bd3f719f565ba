/** Signing in through an OpenID Connect provider: authorization code with PKCE, state and nonce. */
import type { Configuration, IDToken } from 'openid-client';
import { Fault } from '../ground/index.ts';
import type { ProviderSettings } from '../platform/index.ts';

/** What the browser must bring back; kept sealed in its own cookie, so that nobody else can finish what it began. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface ProvenIdentity {
  /** Name of the claim that identifies the official. */
  readonly claim: string;
  readonly value: string;
  /** The provider asked for more than one factor. */
  readonly secondFactor: boolean;
}

export interface IdentityProvider {
  /** As people know it, for the button. */
  readonly name: string;
  /** Where the browser goes. Fault: `provider-away`. */
  begin(): Promise<{ readonly address: URL; readonly pending: PendingSignIn }>;
  /** Whom the answer vouches for. Faults: `provider-away`, `provider-refused`, `provider-claim-missing`. */
  finish(answer: URL, pending: PendingSignIn): Promise<ProvenIdentity>;
  /** Where to sign out at the provider as well; null when it offers nothing or cannot be reached. */
  findSignOut(): Promise<URL | null>;
}

/** Where the provider sends the browser back to; both are registered there. */
export interface ReturnAddresses {
  readonly signedIn: string;
  readonly signedOut: string;
}

/** People wait for this; a provider that takes longer is as good as away. */
const TIMEOUT_SECONDS = 5;

type Library = typeof import('openid-client');

interface Connection {
  readonly library: Library;
  readonly config: Configuration;
}

/** A provider that is asked for the first time when somebody wants to sign in through it: a start never waits for it. */
export function identityProvider(settings: ProviderSettings, back: ReturnAddresses): IdentityProvider {
  let known: Promise<Connection> | undefined;
  const connect = (): Promise<Connection> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw away(settings, error);
    });
    return known;
  };
  return {
    name: settings.name,
    begin: async () => begin(await connect(), back),
    finish: async (answer, pending) => finish(settings, await connect(), answer, pending),
    findSignOut: () =>
      connect().then(
        (connection) => signOutAddress(connection, back),
        () => null,
      ),
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Connection> {
  // Loaded when needed: most installations have no provider.
  const library = await import('openid-client');
  const address = new URL(issuer);
  const authentication =
    clientSecret === undefined ? library.None() : library.ClientSecretBasic(clientSecret);
  const config = await library.discovery(address, clientId, undefined, authentication, {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The signature is verified also where the connection would vouch for the token.
      library.enableNonRepudiationChecks,
      // The settings allow http: on this machine only.
      ...(address.protocol === 'http:' ? [library.allowInsecureRequests] : []),
    ],
  });
  return { library, config };
}

async function begin(
  { library, config }: Connection,
  back: ReturnAddresses,
): Promise<{ address: URL; pending: PendingSignIn }> {
  const pending = {
    state: library.randomState(),
    nonce: library.randomNonce(),
    verifier: library.randomPKCECodeVerifier(),
  };
  const address = library.buildAuthorizationUrl(config, {
    redirect_uri: back.signedIn,
    scope: 'openid email profile',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await library.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  return { address, pending };
}

async function finish(
  settings: ProviderSettings,
  { library, config }: Connection,
  answer: URL,
  pending: PendingSignIn,
): Promise<ProvenIdentity> {
  try {
    const tokens = await library.authorizationCodeGrant(config, answer, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const token = tokens.claims();
    if (!token) throw new Error('no ID token');
    const claims = await allClaims({ library, config }, settings.claim, token, tokens.access_token);
    return { ...identityIn(settings, claims), secondFactor: saysSecondFactor(token) };
  } catch (error) {
    throw error instanceof Fault ? error : refusedOrAway(settings, error);
  }
}

type Claims = Readonly<Record<string, unknown>>;

/** Some providers put what they know of a person into the token, others tell it only when asked (OIDC Core 5.4). */
async function allClaims(
  { library, config }: Connection,
  claim: string,
  token: IDToken,
  accessToken: string,
): Promise<Claims> {
  if (token[claim] !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return token;
  return library.fetchUserInfo(config, accessToken, token.sub);
}

/** RFC 8176: `mfa` in `amr`. Names of single methods say too little about what was asked. */
const saysSecondFactor = ({ amr }: IDToken): boolean => Array.isArray(amr) && amr.includes('mfa');

function identityIn({ claim, name }: ProviderSettings, claims: Claims): Omit<ProvenIdentity, 'secondFactor'> {
  const value = claims[claim];
  // An address that its owner typed in and nobody checked would open any account.
  const vouched = claim !== 'email' || claims['email_verified'] === true;
  if (typeof value === 'string' && value.trim() !== '' && vouched) return { claim, value: value.trim() };
  throw new Fault('forbidden', 'provider-claim-missing', {
    id: `${name} tidak menyebut "${claim}" Anda yang sudah diperiksa, padahal dengan itulah akun Anda di sini dikenali. Hubungi pengelola sistem.`,
    en: `${name} does not tell a verified "${claim}" of yours, by which your account here is known. Contact the administrator of the system.`,
  });
}

function signOutAddress({ library, config }: Connection, { signedOut }: ReturnAddresses): URL | null {
  if (config.serverMetadata().end_session_endpoint === undefined) return null;
  return library.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOut });
}

/** Everything that the library says about an answer it does not accept carries a code; a connection that fails does not. */
function refusedOrAway(settings: ProviderSettings, error: unknown): Fault {
  return isUnreachable(error) ? away(settings, error) : refused(settings, error);
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' || error.name === 'TimeoutError';
}

const away = ({ name }: ProviderSettings, cause: unknown): Fault =>
  caused(
    new Fault('unavailable', 'provider-away', {
      id: `${name} tidak dapat dihubungi. Coba lagi sebentar lagi, atau masuk dengan kata sandi.`,
      en: `${name} cannot be reached. Try again in a moment, or sign in with a password.`,
    }),
    cause,
  );

const refused = ({ name }: ProviderSettings, cause: unknown): Fault =>
  caused(
    new Fault('forbidden', 'provider-refused', {
      id: `Masuk lewat ${name} tidak berhasil, atau sudah terlalu lama. Mulai lagi.`,
      en: `Signing in through ${name} did not succeed, or took too long. Start again.`,
    }),
    cause,
  );

/** The cause is for the log, never for the page. */
function caused(fault: Fault, cause: unknown): Fault {
  fault.cause = cause;
  return fault;
}
