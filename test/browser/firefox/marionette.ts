import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Firefox's own remote control: each message is its length, a colon and JSON. */
export class Marionette {
  #nextId = 0;
  readonly #waiting = new Map<number, Waiting>();
  #read = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => {
      this.#read = Buffer.concat([this.#read, data]);
      for (let message = this.#next(); message !== undefined; message = this.#next()) {
        this.#take(message);
      }
    });
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended'));
      this.#waiting.clear();
    });
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    socket.on('error', () => socket.destroy());
    return new Marionette(socket);
  }

  /** Runs a command; resolves to its answer. */
  command(name: string, parameters: object = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#nextId += 1;
      this.#waiting.set(this.#nextId, { resolve, reject });
      const text = JSON.stringify([0, this.#nextId, name, parameters]);
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #next(): unknown {
    const colon = this.#read.indexOf(':');
    const end = colon + 1 + Number(this.#read.subarray(0, Math.max(colon, 0)));
    if (colon < 0 || this.#read.length < end) return undefined;
    const text = this.#read.subarray(colon + 1, end).toString();
    this.#read = this.#read.subarray(end);
    return JSON.parse(text);
  }

  /** Its first message is a greeting, not an answer. */
  #take(message: unknown): void {
    if (!Array.isArray(message)) return;
    const [, id, error, value] = message as [number, number, { message?: string } | null, unknown];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) waiting?.resolve(value);
    else waiting?.reject(new Error(error.message ?? 'failed'));
  }
}
