/** What an official sends from a letter's page. */
import { formFields, readMultipart } from '../../platform/index.ts';
import { natures } from '../../product/index.ts';
import type { Draft } from '../../product/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import type { Desk } from '../desk-page.ts';
import { SEEN } from './letter-act.ts';

/** What was posted to a letter's page. */
export interface Posted {
  readonly fields: PostedForm;
  readonly scan: Buffer | null;
}

/** The form with its scan, where one was sent. */
export async function readPosted({ request }: Desk): Promise<Posted> {
  if (!request.isMultipart()) return { fields: formFields(request), scan: null };
  let scan: Posted['scan'] = null;
  const fields = await readMultipart(request, {
    limits: { files: 1 },
    onFile: async ({ content }) => {
      const chunks: Buffer[] = [];
      for await (const chunk of content) chunks.push(chunk);
      scan = Buffer.concat(chunks);
    },
  });
  return { fields, scan };
}

/** What was typed into a field; nothing where it is missing. */
export const textIn = (fields: PostedForm, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

/** The draft as typed, whatever is missing in it. */
export function draftIn(fields: PostedForm): Draft {
  return {
    body: textIn(fields, 'body').trim(),
    nature: natures.find((nature) => nature === fields['nature']) ?? 'biasa',
    attachments: Number(textIn(fields, 'attachments')),
    copies: textIn(fields, 'copies')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    post: textIn(fields, 'post'),
  };
}

/** The draft as it stands in the form that was sent; null where another one was. */
export const typedDraft = (fields: PostedForm): Draft | null =>
  fields['body'] === undefined ? null : draftIn(fields);

/** The mark of the draft that stood on the page. */
export const seenIn = (fields: PostedForm): string | undefined => textIn(fields, SEEN) || undefined;
