import { MembraneOAuth } from '../../http/membrane/oauth';
import { asTrouble, isFinalRefusal, isPassing } from '../../http/membrane/oauth-failure';
import { TransportError } from '../../http/transport-error';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import { type RenewableSignIn, renewableOf, secretsOfTokens } from './renewable';

/** An access token is renewed so long (ms) before it ends, or after half of its life if that is less. */
const RENEW_BEFORE_MS = 60_000;
/** A token younger than this (ms) that Membrane refuses is not refused for its age. */
const FRESH_MS = 60_000;
const CALL_MS = 30_000;

export interface RenewalPorts {
  /** The sign-in's secrets. Throws `KeysLocked` while a passphrase is wanted. */
  readSecrets(base: string): Promise<Secrets | undefined>;
  writeSecrets(base: string, secrets: Secrets): Promise<void>;
  forgetSecrets(): Promise<void>;
  permitted(origin: string): Promise<boolean>;
  now(): number;
}

/**
 * Keeps the sign-in to Membrane alive: a new access token before the old one ends, one renewal at a
 * time. Everything is kept before it is used, as far as there is room, so that a worker that is stopped
 * continues from there.
 */
export class TokenRenewal {
  #underWay: { refreshToken: string; done: Promise<string> } | undefined;
  /** A token that could not be stored, as on a full disk; the one it replaces may no longer be valid. */
  #unkept: { base: string; replaces: string; secrets: Secrets } | undefined;

  constructor(private readonly ports: RenewalPorts) {}

  /**
   * The token that is valid now. Throws `TransportError`: `relay-signed-out` when nothing renews it,
   * and `KeysLocked`.
   */
  async token(base: string): Promise<string> {
    const secrets = await this.#read(base);
    const known = secrets && renewableOf(secrets);
    if (known === undefined) {
      if (secrets?.token === undefined) throw signedOut();
      return secrets.token;
    }
    const { gotAt, endsAt, token } = known;
    const now = this.ports.now();
    const early = Math.min(RENEW_BEFORE_MS, (endsAt - gotAt) / 2);
    if (now < endsAt - early) return token;
    try {
      return await this.#renewed(base, known);
    } catch (error) {
      if (now < endsAt && isPassing(error)) return token;
      throw error;
    }
  }

  /**
   * After Membrane refused a token that was asked for at `since` (epoch ms): whether there is a newer
   * one with which to ask again. Throws where that cannot be known yet.
   */
  async renewAfterRefusal(base: string, since: number): Promise<boolean> {
    const secrets = await this.#read(base);
    const known = secrets && renewableOf(secrets);
    if (known === undefined) return false;
    const age = this.ports.now() - known.gotAt;
    // Not where the clock was set back since: then there is no newer token.
    if (known.gotAt > since && age > -FRESH_MS) return true;
    if (Math.abs(age) < FRESH_MS) return false;
    await this.#renewed(base, known);
    return true;
  }

  /**
   * Tells Membrane that a sign-in has ended, of which these are the secrets or those that were kept last; whether
   * that arrived. Nothing here depends on it.
   */
  async revoke(base: string, secrets: Secrets): Promise<boolean> {
    const known = renewableOf(this.#newerThan(base, secrets) ?? secrets);
    if (known === undefined) return true;
    const signal = AbortSignal.timeout(CALL_MS);
    try {
      await this.#oauth(base).revoke(known.refreshToken, known.clientId, signal);
      return true;
    } catch {
      return false;
    }
  }

  async #read(base: string): Promise<Secrets | undefined> {
    const secrets = await this.ports.readSecrets(base);
    const newer = this.#newerThan(base, secrets);
    if (newer === undefined) return secrets;
    try {
      await this.ports.writeSecrets(base, newer);
      this.#unkept = undefined;
    } catch (error) {
      if (error instanceof KeysLocked) throw error;
    }
    return newer;
  }

  /** What could not be stored in place of these secrets. */
  #newerThan(base: string, secrets: Secrets | undefined): Secrets | undefined {
    const unkept = this.#unkept;
    const isNewer = unkept?.base === base && secrets?.refreshToken === unkept.replaces;
    return isNewer ? unkept.secrets : undefined;
  }

  #renewed(base: string, known: RenewableSignIn): Promise<string> {
    const { refreshToken } = known;
    if (this.#underWay?.refreshToken === refreshToken) return this.#underWay.done;
    const done = this.#renew(base, known).finally(() => {
      if (this.#underWay?.done === done) this.#underWay = undefined;
    });
    this.#underWay = { refreshToken, done };
    return done;
  }

  async #renew(base: string, { refreshToken, clientId }: RenewableSignIn): Promise<string> {
    const { ports } = this;
    const tokens = await this.#oauth(base)
      .renew(refreshToken, clientId, AbortSignal.timeout(CALL_MS))
      .catch((error: unknown) => this.#failed(base, refreshToken, error));
    // Without a new refresh token the old one stays valid.
    const whole = { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
    const secrets = secretsOfTokens(whole, clientId, ports.now());
    const keep = () => this.#keepForNow(base, refreshToken, secrets);
    const current = await this.#read(base).catch((error: unknown) => {
      keep();
      throw error;
    });
    if (current?.refreshToken !== refreshToken) {
      // Somebody signed out, or in again, meanwhile.
      await this.revoke(base, secrets);
      if (current?.token === undefined) throw signedOut();
      return current.token;
    }
    await ports.writeSecrets(base, secrets).catch((error: unknown) => {
      keep();
      // While no passphrase is given nothing may be used; a full disk only loses it with this worker.
      if (error instanceof KeysLocked) throw error;
    });
    return tokens.accessToken;
  }

  #keepForNow(base: string, refreshToken: string, secrets: Secrets): void {
    const before = this.#unkept;
    const isNext = before?.base === base && before.secrets.refreshToken === refreshToken;
    this.#unkept = { base, replaces: isNext ? before.replaces : refreshToken, secrets };
  }

  /** What a renewal that failed means. A refusal ends the sign-in, and it is not asked again. */
  async #failed(base: string, refreshToken: string, error: unknown): Promise<never> {
    if (!isFinalRefusal(error)) throw asTrouble(error);
    const current = await this.#read(base);
    if (current?.refreshToken === refreshToken) await this.ports.forgetSecrets();
    throw signedOut();
  }

  #oauth(base: string): MembraneOAuth {
    const { permitted, now } = this.ports;
    return new MembraneOAuth({ base, permitted: () => permitted(base), now });
  }
}

function signedOut(): TransportError {
  return new TransportError('relay-signed-out', { isOfRelay: true });
}
