import { TransportError } from '../../http/errors';
import { MembraneApi } from '../../http/membrane/api';
import { createMembraneLine } from '../../http/membrane/line';
import { readMembraneToken } from '../../http/membrane/read-token';
import type { MembraneSelf } from '../../http/membrane/schemas';
import type { LimitMemory } from '../../http/pace';
import type { Transport } from '../../http/transport';
import type { MembraneAnswer } from '../../messaging/membrane-commands';
import type { MembraneLink } from '../../model/connection';
import { MEMBRANE_BASE, type MembraneAccountState } from '../../model/membrane-account';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import { membraneFailureWords } from './failure-words';

/** Under this name the token is kept, bound to its base as a key is to its helpdesk's host. */
const SECRETS_ID = 'membrane';

export interface MembraneAccountPorts {
  readAccount(): Promise<MembraneAccountState | undefined>;
  writeAccount(account: MembraneAccountState | undefined): Promise<void>;
  readSecrets(id: string, origin: string): Promise<Secrets | undefined>;
  writeSecrets(id: string, origin: string, secrets: Secrets): Promise<void>;
  forgetSecrets(id: string): Promise<void>;
  readDraftSecrets(draftId: string): Promise<Secrets>;
  forgetDraft(draftId: string): Promise<void>;
  permitted(origin: string): Promise<boolean>;
  limitMemory?(id: string): LimitMemory;
  now(): number;
}

/**
 * The one Membrane account that is signed in. The token never leaves the worker, and goes to its own
 * base only.
 */
export class MembraneAccount {
  #line: { base: string; line: Transport } | undefined;

  constructor(private readonly ports: MembraneAccountPorts) {}

  /** The line to Membrane for whoever is signed in. Throws `relay-signed-out`. */
  async line(): Promise<Transport> {
    const state = await this.ports.readAccount();
    if (state === undefined) throw new TransportError('relay-signed-out', { isOfRelay: true });
    return this.#lineTo(state.base);
  }

  /** Membrane's own calls. Throws `relay-signed-out`. */
  async api(): Promise<MembraneApi> {
    return new MembraneApi(await this.line());
  }

  /** The line for one connection: nothing is sent when another tenant is signed in than has it. */
  lineFor({ base, tenantId }: MembraneLink): Transport {
    return {
      send: async (request) => {
        const state = await this.ports.readAccount();
        if (state === undefined || state.base !== base) {
          throw new TransportError('relay-signed-out', { isOfRelay: true });
        }
        if (state.tenantId !== tenantId) {
          throw new TransportError('relay-gone', { isOfRelay: true });
        }
        return this.#lineTo(base).send(request);
      },
    };
  }

  /**
   * Signs in with a token that a form left in the drop box. It is read here first, and sent only where
   * it can be what is wanted.
   */
  async signIn(draftId: string, base = MEMBRANE_BASE): Promise<MembraneAnswer> {
    const { token: pasted = '' } = await this.ports.readDraftSecrets(draftId);
    await this.ports.forgetDraft(draftId);
    const reading = readMembraneToken(pasted, this.ports.now());
    if (reading.kind === 'refused') return { kind: 'failed', message: reading.message };
    const { token, isPersonal, expiresAt, subject } = reading;
    const self = await this.#askSelf(base, token);
    if ('kind' in self) return self;
    const more = { base, isPersonal, expiresAt, subject };
    return this.#keep(self, more, { token }).catch(failed);
  }

  /** Keeps who is signed in from now on, and what for. */
  async #keep(
    self: MembraneSelf,
    more: Pick<MembraneAccountState, 'base' | 'isPersonal' | 'expiresAt' | 'subject'>,
    secrets: Secrets,
  ): Promise<MembraneAnswer> {
    await this.ports.writeSecrets(SECRETS_ID, more.base, secrets).catch(locked);
    await this.ports.writeAccount({
      ...more,
      tenantId: self.internalId ?? self.id,
      name: self.name,
      workspace: self.workspaceKey,
      isSignedOut: false,
    });
    this.#line = undefined;
    return { kind: 'ok' };
  }

  /** Forgets the token. Connections stay and say that the sign-in has ended. */
  async signOut(): Promise<void> {
    await this.ports.forgetSecrets(SECRETS_ID);
    await this.ports.writeAccount(undefined);
    this.#line = undefined;
  }

  async #askSelf(base: string, token: string): Promise<MembraneSelf | MembraneAnswer> {
    try {
      // That this token is refused says nothing of the one that is signed in.
      const line = this.#createLine(
        base,
        async () => token,
        () => undefined,
      );
      return await new MembraneApi(line).self(AbortSignal.timeout(30_000));
    } catch (error) {
      return failed(error);
    }
  }

  #lineTo(base: string): Transport {
    if (this.#line?.base === base) return this.#line.line;
    const token = () => this.#token(base);
    const line = this.#createLine(base, token, () => {
      // A late answer to an earlier token says nothing of this one.
      if (this.#line?.line === line) void this.#markSignedOut(base);
    });
    this.#line = { base, line };
    return line;
  }

  #createLine(base: string, token: () => Promise<string>, onSignedOut: () => void): Transport {
    return createMembraneLine({
      base,
      token,
      permitted: () => this.ports.permitted(base),
      onSignedOut,
      now: this.ports.now,
      memory: this.ports.limitMemory?.(SECRETS_ID),
    });
  }

  async #token(base: string): Promise<string> {
    const state = await this.ports.readAccount();
    const { token } = (await this.ports.readSecrets(SECRETS_ID, base).catch(locked)) ?? {};
    const isOver = state?.expiresAt !== undefined && state.expiresAt <= this.ports.now();
    if (token === undefined || isOver) {
      throw new TransportError('relay-signed-out', { isOfRelay: true });
    }
    return token;
  }

  async #markSignedOut(base: string): Promise<void> {
    const state = await this.ports.readAccount();
    if (state === undefined || state.base !== base || state.isSignedOut) return;
    await this.ports.writeAccount({ ...state, isSignedOut: true });
  }
}

function failed(error: unknown): MembraneAnswer {
  return { kind: 'failed', message: membraneFailureWords(error) };
}

/** Under a passphrase that was not given nothing is sent and nothing forgotten. */
function locked(error: unknown): never {
  throw error instanceof KeysLocked ? new TransportError('locked') : error;
}
