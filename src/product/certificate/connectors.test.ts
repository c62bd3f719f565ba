import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BsreDouble } from '../../../test/support/bsre-double.ts';
import { StandingClock } from '../../ground/index.ts';
import { CounterpartFault } from '../contract.ts';
import type { Connector, Counterpart } from '../contract.ts';
import { counterpart } from './bsre/connector.ts';
import { certificate } from './index.ts';
import type { CertificateEvidence, CertificatePlan } from './model.ts';

const NIK = '3310010101800001';
const key = { delivery: 'd1', government: 'klungkung', request: 'KLU-2026-7F3K9Q' };
const plan = (
  purpose: CertificatePlan['purpose'] = 'first',
  change: Partial<CertificatePlan> = {},
): CertificatePlan => ({
  holder: 'Siti Contoh',
  nik: NIK,
  email: null,
  position: null,
  organisation: 'Pemerintah Kabupaten Klungkung',
  purpose,
  ...change,
});
const record = { serial: '610A2C55', validFrom: '2026-11-23', validUntil: '2028-11-22', guidance: null };
const call = () => ({ key, signal: AbortSignal.timeout(5000), secret: null });

async function faultOf(work: Promise<unknown>): Promise<readonly [string, object]> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof CounterpartFault, String(error));
    assert.ok(!JSON.stringify(error).includes(NIK));
    return [error.code, error.meaning];
  }
  return ['went well', {}];
}

const somebody = { done: 'none', passing: false };
const passes = { done: 'none', passing: true };

describe('BSrE watched through the Esign Client', () => {
  let bsre: BsreDouble;
  before(async () => {
    bsre = await BsreDouble.start();
  });
  after(() => bsre.close());
  afterEach(() => {
    bsre.trouble = null;
    bsre.people.clear();
  });

  const watching = (): Counterpart<CertificatePlan, CertificateEvidence> =>
    counterpart(bsre.settings('v2'), 5);
  const stands = (status: string): void => void bsre.people.set(NIK, { status, passphrase: '' });

  it('can be tried without anybody being registered', async () => {
    const words = await watching().test(AbortSignal.timeout(5000));
    assert.match(words.id, /menerima akun/);
    const wrong = counterpart({ ...bsre.settings('v2'), password: 'salah' });
    assert.deepEqual(await faultOf(wrong.test(AbortSignal.timeout(5000))), ['counterpart-sign-in', somebody]);
  });

  it('waits for people to register, verify and choose a passphrase, and delivers when it is issued', async () => {
    assert.deepEqual(await faultOf(watching().deliver(plan(), call())), ['bsre-not-registered', somebody]);
    assert.deepEqual(await watching().check(plan(), call()), { is: 'absent' });
    for (const status of ['WAITING_FOR_VERIFICATION', 'NEW', 'RENEW']) {
      stands(status);
      assert.deepEqual(
        await faultOf(watching().deliver(plan(), call())),
        ['bsre-not-issued', passes],
        status,
      );
    }
    stands('ISSUE');
    const evidence = await watching().deliver(plan(), call());
    assert.deepEqual(await watching().check(plan(), call()), { is: 'present', evidence });
    assert.equal(evidence.nikEnds, '0001');
    assert.ok(!JSON.stringify(evidence).includes(NIK));
  });

  it('calls an officer where waiting does not help', async () => {
    for (const status of ['EXPIRED', 'REVOKE', 'SUSPEND', 'SOMETHING_NEW']) {
      stands(status);
      assert.deepEqual(
        await faultOf(watching().deliver(plan(), call())),
        ['bsre-not-issued', somebody],
        status,
      );
    }
    assert.equal((await watching().check(plan(), call())).is, 'unknown');
  });

  it('does not take an old certificate for a new one', async () => {
    stands('ISSUE');
    assert.deepEqual(await faultOf(watching().deliver(plan('again'), call())), ['bsre-old-or-new', somebody]);
    assert.equal((await watching().check(plan('again'), call())).is, 'unknown');
  });

  it('asks for what BSrE does not tell where the standard keeps it, and takes it from who filled it in', async () => {
    stands('ISSUE');
    const open = plan('first', { record: null });
    assert.deepEqual(await faultOf(watching().deliver(open, call())), ['bsre-not-recorded', somebody]);
    assert.equal((await watching().check(open, call())).is, 'partial');
    for (const purpose of ['first', 'again'] as const) {
      const evidence = await watching().deliver(plan(purpose, { record }), call());
      assert.partialDeepStrictEqual(evidence, record);
      assert.deepEqual(await watching().check(plan(purpose, { record }), call()), {
        is: 'present',
        evidence,
      });
      assert.equal(certificate.describeEvidence(evidence).endsOn?.toString(), '2028-11-22');
    }
    stands('NEW');
    const early = watching().deliver(plan('first', { record }), call());
    assert.deepEqual(await faultOf(early), ['bsre-not-issued', passes]);
  });

  it('is given back only when BSrE says that nobody signs with it any more', async () => {
    stands('ISSUE');
    const evidence = await watching().deliver(plan(), call());
    const withdraw = (): Promise<void> => watching().withdraw(plan(), evidence, call());
    for (const status of ['ISSUE', 'SUSPEND', 'RENEW', 'NEW', 'WAITING_FOR_VERIFICATION', 'SOMETHING_NEW']) {
      stands(status);
      assert.deepEqual(await faultOf(withdraw()), ['bsre-revoke-at-portal', somebody], status);
    }
    for (const status of ['REVOKE', 'EXPIRED']) {
      stands(status);
      await withdraw();
      assert.notEqual((await watching().check(plan(), call())).is, 'present', status);
    }
    bsre.people.clear();
    await withdraw();
  });

  it('that is away is asked again later', async () => {
    const away = counterpart({ ...bsre.settings('v2'), address: 'http://127.0.0.1:64999' }, 5);
    assert.deepEqual(await faultOf(away.deliver(plan(), call())), ['counterpart-unreachable', passes]);
    bsre.trouble = 'busy';
    assert.deepEqual(await faultOf(watching().deliver(plan(), call())), ['bsre-busy', passes]);
    bsre.trouble = 'hangs';
    const given = { ...call(), signal: AbortSignal.timeout(100) };
    assert.equal((await faultOf(watching().deliver(plan(), given)))[0], 'counterpart-interrupted');
  });
});

describe('the connectors of certificates', () => {
  const connector = (id: string): Connector<CertificatePlan, CertificateEvidence> => {
    const found = certificate.connectors.find((one) => one.id === id);
    assert.ok(found);
    return found;
  };
  const place = { directory: '/tidak/ada', clock: new StandingClock('2026-11-23T02:00:00Z') };

  it('work by hand where nobody chose another way', async () => {
    assert.deepEqual(
      certificate.connectors.filter(({ embedded }) => embedded).map(({ id }) => id),
      ['by-hand-bsre'],
    );
    const portal = connector('by-hand-bsre').connect({}, place);
    assert.deepEqual(await faultOf(portal.deliver(plan(), call())), ['register-at-portal', somebody]);
    assert.equal((await portal.check(plan(), call())).is, 'unknown');
  });

  it('certify nothing by themselves outside a demonstration', async () => {
    const earnest = connector('trial').connect({}, place);
    for (const work of [earnest.deliver(plan(), call()), earnest.test(AbortSignal.timeout(1000))])
      assert.deepEqual(await faultOf(work), ['trial-refused', somebody]);
  });

  it('never go with a first secret: the passphrase is its owner’s', () => {
    assert.equal(certificate.firstSecret, false);
  });
});
