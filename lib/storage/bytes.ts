/** Reads numbers that `ByteWriter` wrote, one after the other. */
export class ByteReader {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}

/** Writes bytes and whole numbers from 0 on, small ones in few bytes: seven bits to each. */
export class ByteWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  number(value: number): void {
    this.#makeRoom(5);
    let left = value;
    while (left >= 0x80) {
      this.#bytes[this.#length++] = (left & 0x7f) | 0x80;
      left >>>= 7;
    }
    this.#bytes[this.#length++] = left;
  }

  bytes(more: Uint8Array): void {
    this.#makeRoom(more.length);
    this.#bytes.set(more, this.#length);
    this.#length += more.length;
  }

  written(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #makeRoom(more: number): void {
    const wanted = this.#length + more;
    if (wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
