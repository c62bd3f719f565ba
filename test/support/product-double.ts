/** A DOUBLE of a mail server behind a kind of product: it does as it is told, also wrongly, and remembers everything. */
import { z } from 'zod';
import { ok, refused } from '../../src/ground/index.ts';
import {
  CounterpartFault,
  interrupted,
  notThere,
  signInRefused,
  takenByOther,
  unreachable,
} from '../../src/product/index.ts';
import { usualSetting } from '../../src/product/setting-readers.ts';
import type { Counterpart, Kinds, Presence, ProductKind, SettingField } from '../../src/product/index.ts';

interface Order {
  readonly address: string;
}
interface Plan {
  readonly address: string;
  /** Added later: plans that are kept do not have it, plans that were read do. */
  readonly quota?: number;
}
interface Evidence {
  readonly address: string;
  readonly madeAt: string;
  readonly seenAt?: string;
}

/** What the next calls do. `after`: the work is done, and then it fails all the same. */
export type Trouble = 'away' | 'cut-before' | 'cut-after' | 'refused' | 'half' | 'cannot-ask' | 'crash';

const RemoteSettings = z.object({
  host: z.string().min(1, 'Isi nama server.'),
  key: z.string().min(1, 'Isi kunci.'),
});

const remoteFields: readonly SettingField[] = [
  { name: 'host', label: { id: 'Nama server', en: 'Server name' }, type: 'text', required: true },
  { name: 'key', label: { id: 'Kunci', en: 'Key' }, type: 'secret', required: true },
];

const EmbeddedSettings = z.object({
  place: usualSetting('here', () => true, { id: '', en: '' }),
  label: usualSetting('double', () => true, { id: '', en: '' }),
});

const embeddedFields: readonly SettingField[] = [
  { name: 'place', label: { id: 'Tempat', en: 'Place' }, type: 'text', required: false, namesServer: true },
  { name: 'label', label: { id: 'Sebutan', en: 'Label' }, type: 'text', required: false },
];

/** A careless connector: its error carries what it was given. */
const defect = (secret: string | null): Error => new TypeError(`cannot set the password "${secret ?? ''}"`);
const refusal = (): Error =>
  new CounterpartFault(
    'counterpart-refused',
    { id: 'ditolak', en: 'refused' },
    { done: 'none', passing: false },
  );
const cut = (): Error => interrupted('Server surat');

/** How much is made before the call fails, and how it fails. */
const troubles: Readonly<
  Record<Trouble, readonly ['nothing' | 'half' | 'all', (secret: string | null) => Error]>
> = {
  away: ['nothing', () => unreachable('Server surat')],
  refused: ['nothing', refusal],
  'cut-before': ['nothing', cut],
  crash: ['nothing', defect],
  'cut-after': ['all', cut],
  half: ['half', cut],
  'cannot-ask': ['nothing', cut],
};

export class MailDouble {
  /** Address → delivery that owns it. */
  readonly boxes = new Map<string, { owner: string; whole: boolean; secret: string | null }>();
  readonly calls: string[] = [];
  /** What plan and evidence of the last withdrawal said that was added to them later. */
  withdrawn: { readonly quota?: number | undefined; readonly seenAt?: string | undefined } = {};
  trouble: Trouble[] = [];
  /** What happens while a product is made. */
  whileMaking = (): Promise<void> => Promise.resolve();
  /** What happens between a test and its outcome. */
  whileTesting = (): Promise<void> => Promise.resolve();

  readonly kinds: Kinds = {
    mailbox: { kind: this.#kind(), orderOf: (parts) => parts, partOf: (path) => path },
  };

  make(address: string, owner: string, secret: string | null, whole = true): Evidence {
    const box = this.boxes.get(address);
    if (box && box.owner !== owner) throw takenByOther(address);
    this.boxes.set(address, { owner, whole, secret });
    return { address, madeAt: 'now' };
  }

  look(address: string, owner: string): Presence<Evidence> {
    const box = this.boxes.get(address);
    if (!box) return { is: 'absent' };
    if (box.owner !== owner) return { is: 'other', why: { id: 'milik lain', en: 'of another' } };
    return box.whole ? { is: 'present', evidence: { address, madeAt: 'now' } } : { is: 'partial' };
  }

  #deliver(plan: Plan, key: string, secret: string | null): Evidence {
    const trouble = this.trouble.shift();
    const make = (whole = true): Evidence => this.make(plan.address, key, secret, whole);
    if (trouble === undefined) return make();
    const [makes, error] = troubles[trouble];
    if (makes !== 'nothing') make(makes === 'all');
    throw error(secret);
  }

  #kind(): ProductKind<Order, { domain: string }, Plan, Evidence> {
    return {
      kind: 'mailbox',
      title: { id: 'Kotak surat percobaan', en: 'Trial mailbox' },
      order: z.object({ address: z.string() }),
      settings: {
        fields: [{ name: 'domain', label: { id: 'Domain', en: 'Domain' }, type: 'text', required: true }],
        schema: z.object({ domain: z.string().min(1, 'Isi domain.') }),
      },
      plan: z.object({ address: z.string(), quota: z.number().default(1) }),
      evidence: z.object({ address: z.string(), madeAt: z.string(), seenAt: z.string().default('never') }),
      example: ({ domain }) => ({ address: `contoh@${domain}` }),
      firstSecret: true,
      prepare: ({ order, settings }) =>
        order.address.endsWith(`@${settings.domain}`)
          ? ok({ address: order.address })
          : refused('invalid', 'domain', { id: 'Domain lain.', en: 'Another domain.' }, [
              {
                path: 'address',
                words: { id: 'Alamat harus di domain kita.', en: 'The address must be ours.' },
              },
            ]),
      describePlan: ({ address }) => [{ label: { id: 'Alamat', en: 'Address' }, value: address }],
      describeEvidence: ({ address }) => ({
        facts: [
          { label: { id: 'Alamat', en: 'Address' }, value: address },
          { label: { id: 'Server percobaan', en: 'Trial server' }, value: 'mail.test', namesNobody: true },
        ],
        use: [{ id: 'Masuk dengan alamat ini.', en: 'Sign in with this address.' }],
        end: { id: 'Minta ditutup.', en: 'Ask for it to be closed.' },
      }),
      connectors: [
        {
          id: 'double',
          title: { id: 'Server tiruan', en: 'Double' },
          about: { id: 'Hanya untuk uji.', en: 'For tests only.' },
          embedded: true,
          form: { fields: embeddedFields, schema: EmbeddedSettings },
          connect: () => this.#counterpart(null),
        },
        {
          id: 'remote',
          title: { id: 'Server jauh', en: 'Remote' },
          about: { id: 'Dengan alamat dan kunci.', en: 'With an address and a key.' },
          embedded: false,
          form: { fields: remoteFields, schema: RemoteSettings },
          connect: (settings) => this.#counterpart(RemoteSettings.parse(settings).key),
        },
      ],
    };
  }

  /** A remote one knows only the key "right". */
  #counterpart(key: string | null): Counterpart<Plan, Evidence> {
    return {
      test: async () => {
        await this.whileTesting();
        if (key !== null && key !== 'right') throw signInRefused('Server surat');
        return { id: 'Server menjawab.', en: 'The server answers.' };
      },
      deliver: async (plan, { key, secret }) => {
        this.calls.push('deliver');
        await this.whileMaking();
        return this.#deliver(plan, key.delivery, secret);
      },
      check: async (plan, { key }) => {
        this.calls.push('check');
        const trouble = this.trouble[0];
        if (trouble === 'away') {
          this.trouble.shift();
          throw unreachable('Server surat');
        }
        if (trouble === 'cannot-ask') {
          this.trouble.shift();
          return { is: 'unknown', why: { id: 'Tidak dapat ditanya.', en: 'Cannot be asked.' } };
        }
        return this.look(plan.address, key.delivery);
      },
      renewSecret: async (plan, { key, secret }) => {
        this.calls.push('renew');
        const trouble = this.trouble.shift();
        if (trouble === 'away') throw unreachable('Server surat');
        if (trouble === 'cut-before' || trouble === 'crash') throw troubles[trouble][1](secret);
        const box = this.boxes.get(plan.address);
        if (box?.owner !== key.delivery) throw notThere(plan.address);
        this.boxes.set(plan.address, { ...box, secret });
        if (trouble === 'cut-after') throw cut();
      },
      withdraw: async (plan, evidence, { key }) => {
        this.calls.push('withdraw');
        this.withdrawn = { quota: plan.quota, seenAt: evidence.seenAt };
        const trouble = this.trouble.shift();
        if (trouble === 'away') throw unreachable('Server surat');
        if (trouble === 'refused') throw refusal();
        if (trouble === 'cut-before') throw cut();
        if (this.boxes.get(plan.address)?.owner === key.delivery) this.boxes.delete(plan.address);
      },
    };
  }
}
