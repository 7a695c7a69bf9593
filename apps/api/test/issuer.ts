import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
  exportJWK,
  generateKeyPair,
} from 'jose';
import { AUDIENCE, CLIENT_ID, type ClaimsOf, REDIRECT, configure, consent } from './issuer.configuration.js';

export { AUDIENCE, CLIENT_ID } from './issuer.configuration.js';

/** What a sign-in by authorization code gives. */
export interface SignedIn {
  readonly access_token: string;
  readonly id_token: string;
}

interface Key {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** An identity provider on this machine. */
export class Issuer {
  /** Requests for what it publishes of itself and of its keys. */
  asked = 0;
  /** Whether it takes requests and never answers them. */
  isHung = false;
  /** Whether it answers that it is broken. */
  isBroken = false;
  key: Key;
  private answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

  private constructor(
    private readonly server: Server,
    private readonly claimsOf: ClaimsOf,
  ) {}

  static async open(claimsOf: ClaimsOf): Promise<Issuer> {
    const server = createServer((request, response) => issuer.serve(request, response));
    const issuer = new Issuer(server, claimsOf);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await issuer.rotate();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Signs with another key from now on, and publishes that one alone. */
  async rotate(): Promise<void> {
    this.key = await makeKey();
    const { Provider } = await import('oidc-provider');
    const provider = new Provider(this.url, configure(this.key.jwk, this.claimsOf));
    const answer = provider.callback();
    this.answer = async (request, response) => {
      if (request.url!.startsWith('/interaction/')) await consent(provider, request, response);
      else await answer(request, response);
    };
  }

  /** The access token of a program. */
  async grantProgram(): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope: '' });
    return (await this.askForTokens(body, 'program', 'secret')).access_token;
  }

  /** Signs somebody in as Swagger UI does it: by authorization code, with PKCE. */
  async signIn(subject: string, scope = 'openid'): Promise<SignedIn> {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT,
      scope,
      state: subject,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      login_hint: subject,
    });
    const code = await follow(`${this.url}/auth?${query}`);
    const grant = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier };
    return this.askForTokens(new URLSearchParams({ ...grant, client_id: CLIENT_ID }));
  }

  /** A token that its key has signed, whatever it says. */
  sign(
    claims: object,
    header: Partial<JWTHeaderParameters> = {},
    key: CryptoKey | Uint8Array = this.key.privateKey,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const jti = randomUUID();
    const usual = {
      jti,
      iss: this.url,
      aud: AUDIENCE,
      sub: 'anna',
      exp: now + 300,
      iat: now,
      roles: ['viewer'],
    };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: this.key.jwk.kid, typ: 'at+jwt', ...header })
      .sign(key);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    if (/^\/(\.well-known|jwks)/.test(request.url!)) this.asked++;
    if (this.isHung) return;
    if (this.isBroken) return void response.writeHead(500).end();
    void this.answer(request, response);
  }

  private async askForTokens(body: URLSearchParams, ...credentials: string[]): Promise<SignedIn> {
    const authorization = `Basic ${Buffer.from(credentials.join(':')).toString('base64')}`;
    const headers: Record<string, string> = credentials.length > 0 ? { authorization } : {};
    const answer = await fetch(`${this.url}/token`, { method: 'POST', body, headers });
    if (!answer.ok) throw new Error(`The issuer gave no token: ${await answer.text()}`);
    return (await answer.json()) as SignedIn;
  }
}

async function makeKey(): Promise<Key> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  return { privateKey, jwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' } };
}

/** Goes where a browser would be sent, with its cookies, until it comes back with a code. */
async function follow(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = new URL(address);
  while (!url.href.startsWith(REDIRECT)) {
    const headers = { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') };
    const answer = await fetch(url, { redirect: 'manual', headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name!, value!);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The issuer led nowhere from ${url.href}: ${await answer.text()}`);
    url = new URL(location, url);
  }
  return url.searchParams.get('code')!;
}
