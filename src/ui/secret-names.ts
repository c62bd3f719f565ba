/**
 * Names of fields whose values are typed anew each time: a page that tells of a fault does not carry them on, and a form with one
 * is not held for somebody who has to sign in first. A field that hides what is typed takes no other name.
 */
const secretNames = [
  'sandi',
  'lama',
  'baru',
  'ulang',
  'kode',
  'kunci',
  'frasa-sandi',
  'frasa-sandi-lagi',
  'passphrase',
  // Shown while they are typed, and nobody else's all the same.
  'signer-nik',
  'step.evidence.secret',
] as const;

/** Settings of a connector; which of them are secret it says itself. */
const OF_CONNECTOR = 'own.';

export type SecretName = (typeof secretNames)[number] | `${typeof OF_CONNECTOR}${string}`;

export const isSecretName = (name: string): name is SecretName =>
  secretNames.some((secret) => secret === name) || name.startsWith(OF_CONNECTOR);

/** Whether anything was typed into such a field. */
export const holdsSecret = (fields: readonly (readonly [string, string])[]): boolean =>
  fields.some(([name, value]) => value !== '' && isSecretName(name));
