type Numbers =
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>;

/** A typed array that grows as numbers are pushed: a large library has millions, which weigh nothing on the heap. */
class GrowingArray<Kind extends Numbers> {
  readonly #make: (length: number) => Kind;
  #numbers: Kind;
  #length = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#numbers = make(64);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = this.#make(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = value;
  }

  at(index: number): number {
    return this.#numbers[index] as number;
  }

  /** What was pushed, without the room to spare. */
  finish(): Kind {
    return this.#numbers.slice(0, this.#length) as Kind;
  }

  /** The same, and begins anew. */
  take(): Kind {
    const taken = this.finish();
    this.#length = 0;
    return taken;
  }
}

export const growing = {
  uint16: () => new GrowingArray((length) => new Uint16Array(length)),
  int32: () => new GrowingArray((length) => new Int32Array(length)),
  uint32: () => new GrowingArray((length) => new Uint32Array(length)),
  float32: () => new GrowingArray((length) => new Float32Array(length)),
};
