/**
 * Agenda numbers for lives told ahead of writing: counted in memory from where the registers are believed to stand, and
 * drawn for real in the transaction that writes them, which fails when the belief was wrong. So there are no gaps.
 */
import type { AgendaPlace } from '../request/index.ts';

interface Register {
  readonly place: AgendaPlace;
  readonly first: number;
  next: number;
}

export class Registers {
  readonly #registers: Map<string, Register>;

  private constructor(registers: Map<string, Register>) {
    this.#registers = registers;
  }

  /** Where nothing is known: every register is believed to be empty. */
  static unknown(): Registers {
    return new Registers(new Map());
  }

  /** Registers that count on from here; what was counted so far is taken as drawn. */
  goingOn(): Registers {
    const registers = [...this.#registers].map(
      ([key, { place, next }]) => [key, { place, first: next, next }] as const,
    );
    return new Registers(new Map(registers));
  }

  next(place: AgendaPlace): number {
    const key = `${place.agency} ${place.year}`;
    const register = this.#registers.get(key) ?? { place, first: 1, next: 1 };
    this.#registers.set(key, register);
    const number = register.next;
    register.next += 1;
    return number;
  }

  /**
   * Draws for real what was counted; `draw` gives the first of so many numbers. Null when all of them are the counted
   * ones; else registers that stand where the database's stood before.
   */
  async draw(draw: (place: AgendaPlace, count: number) => Promise<number>): Promise<Registers | null> {
    const found: [string, Register][] = [];
    let moved = false;
    for (const [key, { place, first, next }] of this.#registers) {
      const really = next > first ? await draw(place, next - first) : first;
      moved ||= really !== first;
      found.push([key, { place, first: really, next: really }]);
    }
    return moved ? new Registers(new Map(found)) : null;
  }
}
