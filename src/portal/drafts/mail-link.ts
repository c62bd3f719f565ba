/**
 * The link of a draft, sent to oneself. It opens the draft, so it waits in the queue sealed, and no longer than until it has
 * left; nothing of what was typed goes with it.
 */
import { randomUUIDv7 } from 'node:crypto';
import { Fault } from '../../ground/index.ts';
import { enqueue, seal, unseal } from '../../platform/index.ts';
import type { Keys, Mailer, TaskHandler, Tx } from '../../platform/index.ts';
import type { Lang } from '../../ui/index.ts';
import { applyWords } from '../words/apply.ts';
import type { LinkFacts } from '../words/apply.ts';

export interface LinkMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Payload {
  readonly id: string;
  readonly sealed: string;
}

const sealingKey = (keys: Keys): Buffer => keys.mac('draft-link-mail', 'queue');
const placeOf = (government: string, id: string): string => `${government}/${id}/draft-link`;

/** The message as it leaves. */
export function linkMail(to: string, facts: LinkFacts, lang: Lang): LinkMail {
  const { subject, text } = applyWords[lang].linkMail;
  return { to, subject: subject(facts.service), text: text(facts) };
}

/** Sends the message as soon as the transaction is through. */
export async function mailLink(tx: Tx, keys: Keys, government: string, mail: LinkMail): Promise<void> {
  const id = randomUUIDv7();
  const sealed = seal(JSON.stringify(mail), sealingKey(keys), placeOf(government, id));
  const payload: Payload = { id, sealed: sealed.toString('base64') };
  await enqueue(tx, { task: 'mail-draft-link', government, payload });
}

/** An address that takes no mail for good is not tried again; any other fault is, by throwing. */
export function mailLinkTask(keys: Keys, mailer: Mailer): TaskHandler {
  return async (payload, { government }) => {
    const { id, sealed } = payload as Payload;
    const plain = unseal(Buffer.from(sealed, 'base64'), sealingKey(keys), placeOf(government, id));
    try {
      await mailer.send({ id, ...(JSON.parse(plain.toString()) as LinkMail) });
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'mail-refused')) throw error;
    }
  };
}
