/** The waiting room of a counter: what its officer reads off its page, and taking a number as a visitor does. */
import type { Officer, Page } from './officer.ts';

export interface WaitingRoom {
  /** The code of the day. */
  readonly code: string;
  /** Paths of screen and kiosk. */
  readonly screen: string;
  readonly kiosk: string;
}

export async function roomOf(officer: Officer, path: string): Promise<WaitingRoom> {
  const { text } = await officer.get(path);
  const values = [...text.matchAll(/copyable-value">([^<]+)</g)].map(([, value = '']) => value);
  const pathOf = (kind: string): string =>
    new URL(values.find((value) => value.includes(`/${kind}/`)) ?? 'http://none/').pathname;
  return {
    code: values.find((value) => /^\d{5}$/.test(value)) ?? '',
    screen: pathOf('layar'),
    kiosk: pathOf('mesin'),
  };
}

/** The id that the form on a page gives its number. */
export const idOn = ({ text }: Page): string => /name="nomor" value="([^"]+)"/.exec(text)?.[1] ?? '';

export async function takeNumber(who: Officer, kode: string, path: string): Promise<Page> {
  const nomor = idOn(await who.get(path));
  return who.post(path, { kode, nomor });
}
