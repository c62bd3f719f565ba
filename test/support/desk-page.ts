/** A request's page on the desk, read and acted on as an official does. */
import assert from 'node:assert/strict';
import type { FormValues, Officer, Page } from './officer.ts';

export const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
export const versionIn = ({ text }: Page): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
export const pathOf = (number: string): string => `/meja/permohonan/${number}`;

/** Lines of the checklist as the page offers them. */
export const linesOn = ({ text }: Page): string[] =>
  [...text.matchAll(/<input[^>]*name="step\.checklist"[^>]*value="([^"]+)"/g)].map(([, line = '']) => line);

/** Opens the request and acts on the version it shows. */
export async function act(officer: Officer, number: string, values: FormValues): Promise<Page> {
  const page = await officer.get(pathOf(number));
  return officer.post(pathOf(number), { version: versionIn(page), ...values });
}

export async function acted(officer: Officer, number: string, values: FormValues): Promise<void> {
  const answer = await act(officer, number, values);
  assert.equal(answer.location, `${pathOf(number)}?tercatat`, visible(answer.text));
}
